import { expect, test } from "vitest";
import { outcomePlace } from "./outcome-place.ts";

const at = (x: number, y: number) => ({ x, y });

test.each([
  ["beside where the flow leaves", [at(0, 0), at(200, 0)], at(26, 0)],
  ["in the middle of a flow that is short", [at(0, 0), at(30, 0)], at(15, 0)],
  ["behind the first corner of a flow that turns at once", [at(0, 0), at(0, -20), at(400, -20)], at(84, -20)],
  ["before the first corner where there is room", [at(0, 0), at(0, 80), at(400, 80)], at(0, 26)],
])("an outcome stands %s", (_, points, place) => {
  expect(outcomePlace(points)).toEqual(place);
});
