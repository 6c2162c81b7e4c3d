import { expect, test } from "vitest";
import { type Direction, neighbourOf, type Placed } from "./neighbour.ts";

const at = (id: string, x: number, y: number): Placed => ({ id, box: { x, y, width: 10, height: 10 } });
const items = [
  at("middle", 100, 100),
  at("right", 200, 100),
  at("nearer but aside", 160, 140),
  at("far right", 300, 100),
  at("below", 100, 220),
];

test.each<[Direction, string | undefined]>([
  ["right", "right"],
  ["down", "below"],
  ["left", undefined],
  ["up", undefined],
])("from the middle, %s leads to %s", (direction, expected) => {
  expect(neighbourOf(items, at("middle", 100, 100), direction)?.id).toBe(expected);
});
