/** A font of the canvas, as CSS writes it in `font`. */
export interface Font {
  readonly family: "text" | "code";
  readonly size: number;
  readonly weight: number;
}

/** The families of the studio, with what stands in for them where they are missing. */
export const families: Readonly<Record<Font["family"], string>> = {
  text: '"Inter Variable", Inter, system-ui, sans-serif',
  code: '"JetBrains Mono", ui-monospace, monospace',
};

/** The width of a text in a font. */
export type MeasureText = (text: string, font: Font) => number;

/** Measures as the canvas draws. */
export function browserMeasure(): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return estimatedWidth;
  return (text, { family, size, weight }) => {
    context.font = `${weight} ${size}px ${families[family]}`;
    return context.measureText(text).width;
  };
}

/** A guess where nothing can be measured: code has one width, text is a little narrower. */
export const estimatedWidth: MeasureText = (text, { family, size }) =>
  text.length * size * (family === "code" ? 0.6 : 0.55);

/**
 * The text, cut with an ellipsis where it is wider than its place.
 *
 * @example fitText("Retrieve the orders", 60, (part) => measure(part, font)) // "Retriev…"
 */
export function fitText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = Array.from(text);
  let [fits, tooLong] = [0, letters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(`${letters.slice(0, middle).join("")}…`) <= width) fits = middle;
    else tooLong = middle;
  }
  return `${letters.slice(0, fits).join("").trimEnd()}…`;
}

/** What XML can hold: control characters and halves of characters become the sign for an unknown one. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "\ufffd");
}
