import { expect, test } from "vitest";
import { flowSides } from "./flow-sides.ts";

const card = (x: number, y: number) => ({ x, y, width: 188, height: 60 });

test.each([
  ["to the right leaves at the right", card(300, 0), "right", "left"],
  ["straight down leaves below", card(20, 200), "bottom", "top"],
  ["straight up leaves above", card(20, -200), "top", "bottom"],
  ["to the next row goes on at its left", card(-600, 200), "right", "left"],
  ["back in its row goes round below", card(-600, 20), "bottom", "bottom"],
  ["back to a row above goes round below", card(-600, -200), "bottom", "bottom"],
])("a flow %s", (_, to, from, end) => {
  expect(flowSides(card(0, 0), to)).toEqual({ from, to: end });
});

test.each([
  ["an outcome of it leads over what stands there", { outcomes: ["notFound"] }, "top"],
  ["an error handler leads under it", { isErrorHandler: true }, "bottom"],
] as const)("beside the ordinary flow of an activity in its row %s", (_, purpose, side) => {
  expect(flowSides(card(0, 0), card(600, 14), purpose)).toEqual({ from: side, to: side });
});

test.each([
  ["an outcome to another row", card(0, 0), card(600, 200)],
  ["the outcome of a decision", { x: 0, y: 0, width: 64, height: 64 }, card(600, 2)],
])("%s leaves as any flow", (_, from, to) => {
  expect(flowSides(from, to, { outcomes: ["true"] })).toEqual(flowSides(from, to));
});
