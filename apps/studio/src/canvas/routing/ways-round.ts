import type { Point } from "../geometry.ts";
import { type RouteEnd, type Side, stub, withoutNeedless } from "./flow-routing.ts";
import { type Box, sideMiddle } from "./flow-sides.ts";

/** The boxes that a flow joins. */
export interface FlowBoxes {
  readonly from: Box;
  readonly to: Box;
}

/** Between a flow and what it leads past. */
const clearance = 16;
/** Between a flow and the rows that it leads between. */
const narrow = 8;
/** A flow that leads past more keeps further off, so that one within the other stays apart. */
const laneWidth = 10;
const mostLanes = 4;
/** As near to its element a flow may turn. */
const nearest = 16;
/** So often a level is moved on past the next thing in its way. */
const mostTurns = 12;

const middleX = ({ x, width }: Box) => x + width / 2;
const middleY = ({ y, height }: Box) => y + height / 2;
const bottomOf = ({ y, height }: Box) => y + height;

interface Range {
  readonly left: number;
  readonly right: number;
}

/** A flow may turn so much further from its ends, where columns are not quite in line. */
const turningRoom = 40;

/** All that a flow along a level may lie over: from end to end, with room to turn. */
function rangeOf({ from, to }: FlowBoxes): Range {
  return {
    left: Math.min(middleX(from), to.x - stub - turningRoom),
    right: Math.max(from.x + from.width + stub + turningRoom, middleX(to)),
  };
}

/** The height nearest to `start`, upwards or downwards, at which nothing is in the way between two sides. */
function clearLevel(
  blocks: readonly Box[],
  start: number,
  { range, towards, gap }: { readonly range: Range; readonly towards: -1 | 1; readonly gap: number },
): number {
  const within = blocks.filter(({ x, width }) => x < range.right && x + width > range.left);
  let level = start;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const blocking = within.filter((box) => level > box.y - gap && level < bottomOf(box) + gap);
    if (blocking.length === 0) return level;
    level =
      towards < 0 ? Math.min(...blocking.map(({ y }) => y)) - gap : Math.max(...blocking.map(bottomOf)) + gap;
  }
  return level;
}

/** How far from what it leads past in its row a flow keeps. */
function gapOf({ from, to }: FlowBoxes, blocks: readonly Box[]): number {
  const [left = 0, right = 0] = [middleX(from), middleX(to)].toSorted((one, other) => one - other);
  const top = Math.min(from.y, to.y);
  const bottom = Math.max(bottomOf(from), bottomOf(to));
  const passed = blocks.filter(
    (box) => middleX(box) > left && middleX(box) < right && middleY(box) > top && middleY(box) < bottom,
  );
  return clearance + laneWidth * Math.min(Math.max(0, passed.length - 1), mostLanes);
}

/**
 * The heights along which a flow can lead: above and below everything, in the middle between two rows, and next to each
 * of its ends.
 */
function levelsOf(ends: FlowBoxes, blocks: readonly Box[]): readonly number[] {
  const { from, to } = ends;
  const range = rangeOf(ends);
  const gap = gapOf(ends, blocks);
  const upwards = (start: number, room: number) =>
    clearLevel(blocks, start - room, { range, gap: room, towards: -1 });
  const downwards = (start: number, room: number) =>
    clearLevel(blocks, start + room, { range, gap: room, towards: 1 });
  const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
  const middle = (bottomOf(upper) + lower.y) / 2;
  const isBetween = lower.y > bottomOf(upper);
  const between = isBetween ? [upwards(middle, narrow), downwards(middle, narrow)] : [];
  // Where two rows are of different heights, the middle of what is free between them.
  const free = isBetween ? [(downwards(bottomOf(upper), narrow) + upwards(lower.y, narrow)) / 2] : [];
  const levels = [
    ...free.filter((level) => clearLevel(blocks, level, { range, gap: narrow, towards: 1 }) === level),
    upwards(upper.y, gap),
    downwards(Math.max(bottomOf(from), bottomOf(to)), gap),
    downwards(bottomOf(upper), narrow),
    upwards(lower.y, narrow),
    ...between,
  ];
  return [...new Set(levels)];
}

/** A box with its axes exchanged: for it a column is a level. */
const turned = ({ x, y, width, height }: Box): Box => ({ x: y, y: x, width: height, height: width });

/** Where a flow that leaves a side turns upwards or downwards, clear of what else is in that column. */
function turnOf(end: RouteEnd, level: number, turnedBlocks: readonly Box[]): number {
  const towards = end.side === "right" ? 1 : -1;
  const start = end.x + towards * stub;
  const range = { left: Math.min(end.y, level), right: Math.max(end.y, level) };
  const x = clearLevel(turnedBlocks, start, { range, towards, gap: narrow });
  return Math.abs(x - start) <= turningRoom ? x : start;
}

/** From the end of a flow to a level; nothing where the end looks away from it. */
function toLevel(end: RouteEnd, level: number, turnedBlocks: readonly Box[]): readonly Point[] | undefined {
  if (end.side === "top" && level > end.y - nearest) return undefined;
  if (end.side === "bottom" && level < end.y + nearest) return undefined;
  if (end.side === "top" || end.side === "bottom") return [end, { x: end.x, y: level }];
  const x = turnOf(end, level, turnedBlocks);
  return [end, { x, y: end.y }, { x, y: level }];
}

const startSides: readonly Side[] = ["right", "bottom", "top"];
const endSides: readonly Side[] = ["left", "top", "bottom"];

/** The ways along one level. */
function waysAlong(
  { from, to }: FlowBoxes,
  level: number,
  turnedBlocks: readonly Box[],
): readonly (readonly Point[])[] {
  const starts = startSides.map((side) => toLevel(sideMiddle(from, side), level, turnedBlocks));
  const ends = endSides.map((side) => toLevel(sideMiddle(to, side), level, turnedBlocks));
  return starts.flatMap((start) =>
    ends.flatMap((end) => (start && end ? [[...start, ...end.toReversed()]] : [])),
  );
}

/** The ways beside the columns of both elements, out and in at the same side. */
function waysAside({ from, to }: FlowBoxes): readonly (readonly Point[])[] {
  return ([0, 1, 2] as const).flatMap((lane) =>
    (["right", "left"] as const).map((side) => {
      const [start, end] = [sideMiddle(from, side), sideMiddle(to, side)];
      const by = stub + 2 * lane * laneWidth;
      const x = side === "right" ? Math.max(start.x, end.x) + by : Math.min(start.x, end.x) - by;
      return [start, { x, y: start.y }, { x, y: end.y }, end];
    }),
  );
}

/** The ways with two corners that turn in one of the gaps between the columns. */
function waysBetween({ from, to }: FlowBoxes): readonly (readonly Point[])[] {
  const [start, end] = [sideMiddle(from, "right"), sideMiddle(to, "left")];
  if (end.x - start.x < 2 * nearest) return [];
  return [(start.x + end.x) / 2, start.x + stub, end.x - stub].map((x) => [
    start,
    { x, y: start.y },
    { x, y: end.y },
    end,
  ]);
}

/** The ways with one corner: down or up and then on, or on and then down or up. */
function waysRoundCorner({ from, to }: FlowBoxes): readonly (readonly Point[])[] {
  const [right, left] = [sideMiddle(from, "right"), sideMiddle(to, "left")];
  const towards = left.y > right.y ? 1 : -1;
  const exit = sideMiddle(from, towards > 0 ? "bottom" : "top");
  const entry = sideMiddle(to, towards > 0 ? "top" : "bottom");
  const isClear = (across: number, down: number) => across >= 2 * nearest && down * towards >= 2 * nearest;
  return [
    ...(isClear(left.x - exit.x, left.y - exit.y) ? [[exit, { x: exit.x, y: left.y }, left]] : []),
    ...(isClear(entry.x - right.x, entry.y - right.y) ? [[right, { x: entry.x, y: right.y }, entry]] : []),
  ];
}

/**
 * The ways that a flow could take from one box to another: straight, round a corner, or along a level where nothing
 * stands. What is in the way of each of them is for others to judge.
 */
export function waysRound(ends: FlowBoxes, blocks: readonly Box[]): readonly (readonly Point[])[] {
  const turnedBlocks = blocks.map(turned);
  const along = levelsOf(ends, blocks).flatMap((level) => waysAlong(ends, level, turnedBlocks));
  return [...waysBetween(ends), ...waysRoundCorner(ends), ...waysAside(ends), ...along].map((points) =>
    withoutNeedless(points.map(({ x, y }) => ({ x, y }))),
  );
}
