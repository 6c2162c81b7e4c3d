import type { Point } from "../canvas/geometry.ts";
import type { Side } from "../canvas/routing/flow-routing.ts";
import { type Box, sideOf } from "../canvas/routing/flow-sides.ts";
import { labelBox, labelPlace } from "../canvas/routing/label-place.ts";
import { piecesOf } from "../canvas/routing/pieces.ts";
import type { ModelLink } from "./link-ends.ts";
import { linkLines } from "./link-lines.ts";

/** A line, and what is written on it. */
export interface NamedLink extends ModelLink {
  readonly name: string;
}

/** How a line of a domain model is drawn. */
export interface LinkRoute {
  /** Its corners, ends included. */
  readonly points: readonly Point[];
  /** The middle of its name. */
  readonly label: Point;
  /** The room that its name takes; a generalization has none. */
  readonly writing?: Box;
  readonly sides: { readonly from: Side; readonly to: Side };
  /** The boxes that it joins. */
  readonly from: Box;
  readonly to: Box;
}

/** About as wide as a letter of a name, and what is round it. */
const letter = 6.2;
const padding = 16;

/** How large the name of an association is drawn, near enough to give it its place. */
export function nameSize(name: string) {
  return { width: Math.round(name.length * letter + padding), height: 19 };
}

/** How the lines of a domain model are drawn, and where their names stand: on their own line, clear of everything. */
export function linkRoutes(
  links: readonly NamedLink[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, LinkRoute> {
  const drawn = linkLines(links, boxes).map((line) => ({ ...line, pieces: piecesOf(line.points) }));
  const elements = [...boxes.values()];
  const writings: Box[] = [];
  const routes = new Map<string, LinkRoute>();
  for (const { link, points } of drawn) {
    const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
    const [first, last] = [points[0], points.at(-1)];
    if (!from || !to || !first || !last) continue;
    const size = nameSize(link.name);
    const lines = drawn.flatMap((other) => (other.link === link ? [] : other.pieces));
    const label = labelPlace(points, size, { elements, writings, lines }, "middle");
    const writing = link.kind === "association" ? labelBox(label, size) : undefined;
    if (writing) writings.push(writing);
    const sides = { from: sideOf(from, first), to: sideOf(to, last) };
    routes.set(link.id, { points, label, sides, from, to, ...(writing ? { writing } : {}) });
  }
  return routes;
}
