import { notifications } from "@mantine/notifications";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { downloadFile } from "../../transfer/download-file.ts";
import type { Drawing } from "../drawing.ts";
import { browserMeasure } from "./fitted-text.ts";
import { presentPalette } from "./palette.ts";

/** The drawing in the colours of the theme that is on, with its fonts. What makes it is loaded when it is asked for. */
async function presentPicture({ project, microflow }: Drawing): Promise<string> {
  const [{ svgText }, { embeddedFonts }] = await Promise.all([
    import("./picture.tsx"),
    import("./font-faces.ts"),
  ]);
  const { index, catalog } = project;
  const pen = { palette: presentPalette(), measure: browserMeasure() };
  return svgText({ index, catalog, microflow, pen, fontFaces: await embeddedFonts() });
}

function nameOf({ project, microflow }: Drawing): string {
  return project.index.qualifiedNameOf({ id: microflow }) ?? microflow;
}

/** Says what went wrong, whatever it was. */
async function carefully(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    notifications.show({ color: "red", title: canvasMessages.faults.noPicture, message });
  }
}

/** Downloads the whole drawing as an SVG file. */
export function downloadSvg(drawing: Drawing): Promise<void> {
  return carefully(async () => {
    const blob = new Blob([await presentPicture(drawing)], { type: "image/svg+xml" });
    downloadFile(blob, `${nameOf(drawing)}.svg`);
  });
}

/** Puts the whole drawing on the clipboard as the text of an SVG. */
export function copySvg(drawing: Drawing): Promise<void> {
  return carefully(async () => {
    await navigator.clipboard.writeText(await presentPicture(drawing));
    notifications.show({ message: canvasMessages.pictureCopied });
  });
}

/** Pixels of a picture for one unit of the canvas: sharp on fine screens. */
const sharpness = 2;
/** Browsers paint nothing on larger canvases. */
const maximumSide = 16_000;

async function pixels(svg: string): Promise<Blob> {
  const image = new Image();
  // The page's policy lets images come from data, not from blobs.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(sharpness, maximumSide / image.width, maximumSide / image.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (!blob) throw new Error(canvasMessages.faults.pictureTooLarge);
  return blob;
}

/** Downloads the whole drawing as a PNG file, twice as fine as the canvas. */
export function downloadPng(drawing: Drawing): Promise<void> {
  return carefully(async () =>
    downloadFile(await pixels(await presentPicture(drawing)), `${nameOf(drawing)}.png`),
  );
}
