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
