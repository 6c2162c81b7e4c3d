import type { Point } from "../geometry.ts";
import { type Box, type FlowPurpose, flowSides, routeBetween, sideMiddle } from "./flow-sides.ts";
import { widened } from "./obstacles.ts";
import { crosses, lengthOf, type Piece, piecesOf, runTogether } from "./pieces.ts";
import { type FlowBoxes, waysRound } from "./ways-round.ts";

/** A flow to be drawn: what it joins, and what it is for. */
export interface FlowToRoute extends FlowBoxes {
  readonly purpose: FlowPurpose;
}

/** What is near a flow. */
export interface Surroundings {
  /** The elements that it does not join. */
  readonly others: readonly Box[];
  /** What is written outside of elements: better not crossed out. */
  readonly writings: readonly Box[];
  /** Flows that are not to be taken for this one: of the same source, or the other way between the same two. */
  readonly siblings: readonly (readonly Point[])[];
}

/** What speaks against a route; the route with the least is taken. A pixel of length is the unit times ten. */
const weights = {
  throughElement: 10_000,
  takenForSibling: 4_000,
  beginsAsSibling: 600,
  throughWriting: 800,
  corner: 120,
  pixel: 0.8,
  /** Leaving an element at its left, or reaching one at its right. */
  againstReading: 400,
  /** The way that a flow is expected to take. */
  unexpected: 150,
} as const;

/** Flows keep so far from elements that they only lead past. */
const berth = 6;

function crossings(pieces: readonly Piece[], boxes: readonly Box[]): number {
  let count = 0;
  for (const piece of pieces) for (const box of boxes) if (crosses(piece, box)) count += 1;
  return count;
}

/** What makes a route hard to read; nothing for most. */
function faultsOf(pieces: readonly Piece[], ends: FlowBoxes, around: Judged): number {
  let faults =
    weights.throughElement *
      (crossings(pieces, around.others) + crossings(pieces, [widened(ends.from, -1), widened(ends.to, -1)])) +
    weights.throughWriting * crossings(pieces, around.writings);
  for (const sibling of around.siblings) {
    sibling.forEach((other, at) =>
      pieces.forEach((piece, position) => {
        if (!runTogether(piece, other)) return;
        faults += at === 0 && position === 0 ? weights.beginsAsSibling : weights.takenForSibling;
      }),
    );
  }
  return faults;
}

const effortOf = (pieces: readonly Piece[]) =>
  weights.corner * (pieces.length - 1) +
  weights.pixel * pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);

/** How many ends of a way lead to the left: there the other flows of an element are read the other way round. */
function endsAgainstReading(points: readonly Point[]): number {
  const [start, second] = points;
  const [beforeLast, last] = points.slice(-2);
  if (!start || !second || !beforeLast || !last) return 0;
  return Number(second.x < start.x) + Number(last.x < beforeLast.x);
}

/** Surroundings as routes are judged by them. */
interface Judged {
  readonly others: readonly Box[];
  readonly writings: readonly Box[];
  readonly siblings: readonly (readonly Piece[])[];
}

/** Levels that differ so little are one row. */
const sameRow = 6;
/** Nearer than this two elements have no flow between them to be seen. */
const shortest = 24;

/** The straight way to what stands further left in the same row. */
function straightBack({ from, to }: FlowBoxes): readonly Point[] | undefined {
  const start = sideMiddle(from, "left");
  const end = sideMiddle(to, "right");
  if (start.x - end.x < shortest || Math.abs(start.y - end.y) > sameRow) return undefined;
  return [
    { x: start.x, y: start.y },
    { x: end.x, y: start.y },
  ];
}

/**
 * The corners of a flow: the way that is expected between two boxes, or, where something is in its way, the shortest
 * one that leads round everything and is not taken for another flow of the same source.
 */
export function chooseRoute(flow: FlowToRoute, surroundings: Surroundings): readonly Point[] {
  const { others, writings, siblings } = surroundings;
  const around: Judged = {
    others: others.map((box) => widened(box, berth)),
    writings,
    siblings: siblings.map(piecesOf),
  };
  const back = straightBack(flow);
  if (back && faultsOf(piecesOf(back), flow, around) === 0) return back;
  const sides = flowSides(flow.from, flow.to, flow.purpose);
  const expected = routeBetween(flow.from, flow.to, flow.purpose);
  const pieces = piecesOf(expected);
  // A straight line is followed also where it passes a word; a way round that would only look odd.
  const isStraight = pieces.length === 1;
  const faults = faultsOf(pieces, flow, isStraight ? { ...around, writings: [] } : around);
  // A way out and in at the same side goes round; there may be a shorter one.
  if (faults === 0 && sides.from !== sides.to) return expected;
  let best = { points: expected, cost: faults + effortOf(pieces) };
  for (const points of waysRound(flow, [flow.from, flow.to, ...others, ...writings])) {
    const way = piecesOf(points);
    const effort = effortOf(way) + weights.unexpected + weights.againstReading * endsAgainstReading(points);
    if (effort >= best.cost) continue;
    const cost = effort + faultsOf(way, flow, around);
    if (cost < best.cost) best = { points: [...points], cost };
  }
  return best.points;
}
