import { expect, test } from "vitest";
import { freePlace } from "./entity-geometry.ts";

const box = { x: 0, y: 0, width: 180, height: 80 };

test.each([
  ["stays where nothing is", [], { x: 8, y: 8 }, { x: 8, y: 8 }],
  ["goes below what is there", [box], { x: 0, y: 0 }, { x: 0, y: 160 }],
  [
    "goes to the right where below is taken",
    [box, { ...box, y: 90, height: 900 }],
    { x: 0, y: 0 },
    { x: 240, y: 0 },
  ],
])("a new entity %s", (_title, boxes, at, place) => {
  expect(freePlace(boxes, at)).toEqual(place);
});
