import { expect, test } from "vitest";
import type { Size } from "../canvas/geometry.ts";
import { layoutEntities } from "./auto-layout.ts";

const size: Size = { width: 180, height: 80 };
const sizes = new Map(Array.from({ length: 40 }, (_, at) => [`e${at}`, size]));

function overlaps(places: ReadonlyMap<string, { x: number; y: number }>): number {
  const all = [...places.values()];
  return all.flatMap((one, at) =>
    all
      .slice(at + 1)
      .filter((other) => Math.abs(one.x - other.x) < size.width && Math.abs(one.y - other.y) < size.height),
  ).length;
}

test.each([
  ["without links", []],
  ["in a chain", Array.from({ length: 39 }, (_, at) => [`e${at}`, `e${at + 1}`] as const)],
  ["round one", Array.from({ length: 39 }, (_, at) => ["e0", `e${at + 1}`] as const)],
  ["linked to themselves and to what is elsewhere", [["e1", "e1"] as const, ["e1", "other"] as const]],
])("entities %s all get a place and none covers another", (_, links) => {
  const places = layoutEntities({ sizes, links });
  expect(places.size).toBe(40);
  expect(overlaps(places)).toBe(0);
});
