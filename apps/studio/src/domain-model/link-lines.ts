import type { Point } from "../canvas/geometry.ts";
import { chooseRoute } from "../canvas/routing/choose-route.ts";
import { routeFlow, withoutNeedless } from "../canvas/routing/flow-routing.ts";
import type { Box } from "../canvas/routing/flow-sides.ts";
import { crosses, meetsAcross, piecesOf, runTogether } from "../canvas/routing/pieces.ts";
import { type LinkEnds, linkEnds, type ModelLink } from "./link-ends.ts";

/** A line with its corners. */
export interface LinkLine<Link extends ModelLink = ModelLink> {
  readonly link: Link;
  readonly points: readonly Point[];
}

/** Between the lines of associations of an entity with itself, and from the entity. */
const loopStep = 28;

/** From a side of an entity round its upper corner to its top; several lie within each other. */
function loopRoute(
  { x, y, width, height }: Box,
  { place, side }: { readonly place: number; readonly side: "left" | "right" },
): readonly Point[] {
  const towards = side === "right" ? 1 : -1;
  const out = loopStep * (place + 1);
  const inwards = Math.min(width - 8, 28 + 22 * place);
  const start = { x: side === "right" ? x + width : x, y: y + Math.min(height - 8, 24 + 18 * place) };
  const end = { x: start.x - towards * inwards, y };
  const corner = { x: start.x + towards * out, y: y - out };
  return [start, { x: corner.x, y: start.y }, corner, { x: end.x, y: corner.y }, end];
}

/** The side of an entity at which fewer lines are attached. */
function quietSide(id: string, links: readonly ModelLink[], ends: ReadonlyMap<string, LinkEnds>) {
  const sides = links.flatMap((link) => {
    const own = ends.get(link.id);
    if (!own) return [];
    return [...(link.from === id ? [own.from.side] : []), ...(link.to === id ? [own.to.side] : [])];
  });
  const count = (side: "left" | "right") => sides.filter((each) => each === side).length;
  return count("left") < count("right") ? "left" : "right";
}

/** So little difference between two ends would only look like a slip. */
const sameWithin = 12;

/** A straight line where both ends are nearly level, or nearly above each other. */
function straight({ from, to }: LinkEnds): readonly Point[] | undefined {
  const isLevel = from.side === "left" || from.side === "right";
  const start = { x: from.x, y: from.y };
  if (from.side === to.side) return undefined;
  if (isLevel) return Math.abs(from.y - to.y) <= sameWithin ? [start, { x: to.x, y: from.y }] : undefined;
  return Math.abs(from.x - to.x) <= sameWithin ? [start, { x: from.x, y: to.y }] : undefined;
}

/** Between the middle pieces of lines that run beside each other. */
const laneWidth = 14;
/** Lanes in the order in which they are tried: the middle, then on both sides of it. */
const lanes = [0, 1, -1, 2, -2, 3, -3];

/** A line of three pieces with its middle one in another lane. */
function inLane({ from, to }: LinkEnds, lane: number): readonly Point[] {
  const points = routeFlow(from, to);
  const [start, second, third, end] = points;
  if (points.length !== 4 || !start || !second || !third || !end) return points;
  const by = lane * laneWidth;
  const shift = second.x === third.x ? { x: by, y: 0 } : { x: 0, y: by };
  const moved = [second, third].map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
  return withoutNeedless([start, ...moved, end]);
}

/** Specializations of one entity lead to one arrow. */
const mayMeet = (one: ModelLink, other: ModelLink) =>
  one.kind === "generalization" && other.kind === "generalization" && one.to === other.to;

function isTakenFor(points: readonly Point[], other: readonly Point[]): boolean {
  const pieces = piecesOf(points);
  return piecesOf(other).some((piece) => pieces.some((own) => runTogether(own, piece)));
}

function crossingsOf(points: readonly Point[], others: readonly (readonly Point[])[]): number {
  const pieces = piecesOf(points);
  return others.flatMap(piecesOf).filter((piece) => pieces.some((own) => meetsAcross(own, piece))).length;
}

/** The way of a line: the plain one in the free lane in which it crosses least, else one round what stands there. */
function wayOf(
  link: ModelLink,
  ends: LinkEnds,
  { boxes, drawn }: { readonly boxes: ReadonlyMap<string, Box>; readonly drawn: readonly LinkLine[] },
): readonly Point[] {
  const others = [...boxes].flatMap(([id, box]) => (id === link.from || id === link.to ? [] : [box]));
  const apart = drawn.filter((other) => !mayMeet(link, other.link)).map(({ points }) => points);
  const level = straight(ends);
  const passable = [...(level ? [level] : []), ...lanes.map((lane) => inLane(ends, lane))].filter(
    (points) => !piecesOf(points).some((piece) => others.some((box) => crosses(piece, box))),
  );
  const [free] = passable
    .filter((points) => !apart.some((other) => isTakenFor(points, other)))
    .map((points) => ({ points, crossings: crossingsOf(points, apart) }))
    .sort((one, other) => one.crossings - other.crossings);
  const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
  const plain = free?.points ?? passable[0];
  if (plain || !from || !to) return plain ?? routeFlow(ends.from, ends.to);
  return chooseRoute({ from, to, purpose: {} }, { others, writings: [], siblings: apart });
}

/** The lines of a domain model: apart from each other, and round the entities that they do not join. */
export function linkLines<Link extends ModelLink>(
  links: readonly Link[],
  boxes: ReadonlyMap<string, Box>,
): readonly LinkLine<Link>[] {
  const drawn: LinkLine<Link>[] = [];
  const loops = new Map<string, number>();
  const ends = linkEnds(links, boxes);
  for (const link of links) {
    const box = boxes.get(link.from);
    if (link.from !== link.to || !box) continue;
    const place = loops.get(link.from) ?? 0;
    loops.set(link.from, place + 1);
    drawn.push({ link, points: loopRoute(box, { place, side: quietSide(link.from, links, ends) }) });
  }
  // From top to bottom, as their ends stand: so each finds its lane beside the one before.
  const joined = links
    .map((link) => ({ link, own: ends.get(link.id) }))
    .sort((one, other) => (one.own?.from.y ?? 0) - (other.own?.from.y ?? 0));
  for (const { link, own } of joined)
    if (own) drawn.push({ link, points: wayOf(link, own, { boxes, drawn }) });
  return drawn;
}
