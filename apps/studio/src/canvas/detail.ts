/** How much of an element is drawn: all, its icon alone, or a dot of its colour (design look.md, "Canvas"). */
export type Detail = "full" | "tiles" | "dots";

/** The detail that can be seen at a zoom. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.45) return "full";
  return zoom >= 0.22 ? "tiles" : "dots";
}
