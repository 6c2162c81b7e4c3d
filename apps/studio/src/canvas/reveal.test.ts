import { expect, test } from "vitest";
import { revealingShift } from "./reveal.ts";

const screen = { x: 100, y: 100, width: 800, height: 600 };

test.each([
  ["what is seen stays", { x: 300, y: 300, width: 188, height: 60 }, { x: 0, y: 0 }],
  [
    "what is beyond the right edge comes in by as much",
    { x: 850, y: 300, width: 188, height: 60 },
    { x: -162, y: 0 },
  ],
  [
    "what is beyond the upper left corner comes in",
    { x: 20, y: 90, width: 188, height: 60 },
    { x: 104, y: 34 },
  ],
  ["what is below comes up", { x: 300, y: 690, width: 188, height: 60 }, { x: 0, y: -74 }],
  [
    "of what is too large the beginning is shown",
    { x: 300, y: 300, width: 900, height: 60 },
    { x: -176, y: 0 },
  ],
])("%s", (_, box, expected) => {
  expect(revealingShift(box, screen)).toEqual(expected);
});
