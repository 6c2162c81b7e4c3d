import { renderToStaticMarkup } from "react-dom/server";
import { type PictureParts, SvgDrawing } from "./svg-drawing.tsx";

/** A microflow as the text of an SVG file. What people wrote is escaped. @example svgText({ index, catalog, microflow, pen }) */
export function svgText(parts: PictureParts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToStaticMarkup(<SvgDrawing {...parts} />)}\n`;
}
