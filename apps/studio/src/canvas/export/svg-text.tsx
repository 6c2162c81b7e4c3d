import { createContext, use } from "react";
import { type Font, families, fitText, type MeasureText, xmlText } from "./fitted-text.ts";
import type { ColourName, Palette } from "./palette.ts";

/** What every part of the picture needs. */
export interface Pen {
  readonly palette: Palette;
  readonly measure: MeasureText;
}

export const PenContext = createContext<Pen | undefined>(undefined);

/** Colours and measures of the picture. */
export function usePen(): Pen {
  const pen = use(PenContext);
  if (!pen) throw new Error("There is no picture here.");
  return pen;
}

/** Fonts of the canvas, by what they are for (see element-node.css). */
export const fonts = {
  caption: { family: "text", size: 13, weight: 550 },
  note: { family: "text", size: 12, weight: 400 },
  code: { family: "code", size: 11.5, weight: 400 },
  chip: { family: "code", size: 11, weight: 400 },
  outcome: { family: "text", size: 11, weight: 400 },
} satisfies Record<string, Font>;

/** A line of text, cut where it is wider than its place; `y` is its middle. */
export function SvgText(props: {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly font: Font;
  readonly colour: ColourName;
  readonly width: number;
  readonly anchor?: "start" | "middle";
}) {
  const { palette, measure } = usePen();
  const { font, anchor = "start" } = props;
  return (
    <text
      x={props.x}
      y={props.y}
      fill={palette[props.colour]}
      fontFamily={families[font.family]}
      fontSize={font.size}
      fontWeight={font.weight}
      textAnchor={anchor}
      dominantBaseline="central"
    >
      {fitText(xmlText(props.text), props.width, (text) => measure(text, font))}
    </text>
  );
}
