import { expect, test } from "vitest";
import { type Arrangement, arrange } from "./arrange.ts";
import { drawing, edited, element, placeOf } from "./editing.test-support.ts";

test.each<[Arrangement, readonly (readonly [number, number])[]]>([
  [
    "left",
    [
      [0, 0],
      [0, 100],
      [0, 300],
    ],
  ],
  [
    "top",
    [
      [0, 0],
      [400, 0],
      [1000, 0],
    ],
  ],
  [
    "bottom",
    [
      [0, 300],
      [400, 300],
      [1000, 300],
    ],
  ],
  [
    "across",
    [
      [0, 0],
      [500, 100],
      [1000, 300],
    ],
  ],
  [
    "down",
    [
      [0, 0],
      [400, 148],
      [1000, 300],
    ],
  ],
])("three elements arranged %s", (arrangement, expected) => {
  const store = drawing([
    [element("a"), 0, 0],
    [element("b"), 400, 100],
    [element("c"), 1000, 300],
  ]);
  edited(store, (transaction) => arrange(transaction, ["a", "b", "c"], arrangement));
  const places = ["a", "b", "c"].map((id) => [placeOf(store, id)?.x, placeOf(store, id)?.y]);
  places.forEach(([x = 0, y = 0], at) => {
    // Elements stand on a grid of 4.
    expect(Math.abs(x - (expected[at]?.[0] ?? 0))).toBeLessThanOrEqual(4);
    expect(Math.abs(y - (expected[at]?.[1] ?? 0))).toBeLessThanOrEqual(4);
  });
});
