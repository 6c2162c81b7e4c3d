import type { Point, Size } from "../geometry.ts";
import { routeMiddle } from "./flow-routing.ts";
import type { Box } from "./flow-sides.ts";
import { isOver, widened } from "./obstacles.ts";
import { crosses, lengthOf, type Piece, piecesOf } from "./pieces.ts";

/** What a name on a flow has to keep clear of. */
export interface LabelSurroundings {
  /** Elements, those that the flow joins among them. */
  readonly elements: readonly Box[];
  /** What is written outside of elements, and names that stand already. */
  readonly writings: readonly Box[];
  /** Pieces of other flows: on one of them a name would be taken for theirs. */
  readonly lines: readonly Piece[];
}

/** Between a name and what it keeps clear of. */
const berth = 3;
/** Between a name and an end of its piece; at its last end the flow has its arrow. */
const margin = 6;
const arrow = 14;
/** Places along a piece are tried at this distance. */
const step = 12;
/** On a long piece a name stays in sight of where the flow begins. */
const mostSteps = 30;

/** The box of a name whose middle is there. */
export function labelBox({ x, y }: Point, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** The middles that a name can have along a piece, from where the run comes. */
function placesAlong(piece: Piece, size: Size, isLast: boolean): Point[] {
  const { from, to } = piece;
  const isLevel = from.y === to.y;
  const half = (isLevel ? size.width : size.height) / 2;
  const length = lengthOf(piece);
  const places: Point[] = [];
  const end = length - half - (isLast ? arrow : margin);
  for (let at = half + margin; at <= end && places.length < mostSteps; at += step) {
    const share = at / length;
    places.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
  }
  return places;
}

/** The middles that a name can have beside a piece that is too short for it, or too crowded. */
function placesBeside(piece: Piece, size: Size): Point[] {
  const { from, to } = piece;
  const isLevel = from.y === to.y;
  const aside = (isLevel ? size.height : size.width) / 2 + berth + 1;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return isLevel
    ? [
        { x: middle.x, y: middle.y - aside },
        { x: middle.x, y: middle.y + aside },
      ]
    : [
        { x: middle.x + aside, y: middle.y },
        { x: middle.x - aside, y: middle.y },
      ];
}

const isClear = (box: Box, boxes: readonly Box[]) => {
  const room = widened(box, berth);
  return !boxes.some((other) => isOver(room, other));
};

/** Where on its line a name is looked for first: where the flow begins, or in the middle. */
type Preference = "start" | "middle";

/** The middles that a name can have on its line, the best first. */
function placesOn(points: readonly Point[], size: Size, preference: Preference): Point[] {
  const pieces = piecesOf(points);
  const places = pieces.flatMap((piece, position) =>
    placesAlong(piece, size, position === pieces.length - 1),
  );
  if (preference === "start") return places;
  const middle = routeMiddle(points);
  const distance = ({ x, y }: Point) => Math.hypot(x - middle.x, y - middle.y);
  return [middle, ...places.toSorted((one, other) => distance(one) - distance(other))];
}

/**
 * The middle of the place at which the name of a flow stands: on the flow, as near to its beginning as nothing is
 * there; beside it where it is crowded; on its first piece where there is no room at all.
 */
export function labelPlace(
  points: readonly Point[],
  size: Size,
  around: LabelSurroundings,
  preference: Preference = "start",
): Point {
  const pieces = piecesOf(points);
  const along = placesOn(points, size, preference);
  const beside = pieces.flatMap((piece) => placesBeside(piece, size));
  const boxAt = (place: Point) => labelBox(place, size);
  const keepsOff = (place: Point) => isClear(boxAt(place), around.elements);
  const isLegible = (place: Point) => keepsOff(place) && isClear(boxAt(place), around.writings);
  const isOwn = (place: Point) => !around.lines.some((line) => crosses(line, widened(boxAt(place), berth)));
  const [first] = pieces;
  return (
    along.find((place) => isLegible(place) && isOwn(place)) ??
    [...along, ...beside].find((place) => isLegible(place) && isOwn(place)) ??
    [...along, ...beside].find((place) => isLegible(place)) ??
    [...along, ...beside].find((place) => keepsOff(place)) ??
    (first
      ? { x: (first.from.x + first.to.x) / 2, y: (first.from.y + first.to.y) / 2 }
      : (points[0] ?? { x: 0, y: 0 }))
  );
}
