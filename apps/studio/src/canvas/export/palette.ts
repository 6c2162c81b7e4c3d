/** The colours of the theme that a drawing needs, by their names in theme.css. */
export const colourNames = [
  "canvas",
  "surface",
  "surface-raised",
  "border",
  "border-strong",
  "text",
  "text-secondary",
  "error",
  "success",
  "warning",
  "warning-tint",
  "kind-blue",
  "kind-violet",
  "kind-amber",
  "kind-slate",
  "kind-orange",
  "kind-teal",
  "kind-pink",
  "kind-grey",
] as const;

export type ColourName = (typeof colourNames)[number];
/** Colours as CSS writes them: a picture that leaves the studio has no theme to look them up in. */
export type Palette = Readonly<Record<ColourName, string>>;

/** The colours of the theme that is on. */
export function presentPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const entries = colourNames.map((name) => [name, style.getPropertyValue(`--rv-${name}`).trim()]);
  return Object.fromEntries(entries) as Palette;
}
