import { expect, test } from "vitest";
import { labelPlace } from "./label-place.ts";

const at = (x: number, y: number) => ({ x, y });
const size = { width: 40, height: 19 };
const alone = { elements: [], writings: [], lines: [] };
const bend = [at(0, 0), at(0, 80), at(400, 80)];

test.each([
  ["beside where the flow leaves", [at(0, 0), at(200, 0)], at(26, 0)],
  ["behind the first corner of a flow that turns at once", [at(0, 0), at(0, -20), at(400, -20)], at(26, -20)],
  ["before the first corner where there is room", bend, at(0, 15.5)],
  ["above a flow that is shorter than it", [at(0, 0), at(30, 0)], at(15, -13.5)],
])("an outcome stands %s", (_, points, place) => {
  expect(labelPlace(points, size, alone)).toEqual(place);
});

test.each([
  ["an element", { ...alone, elements: [{ x: -30, y: 0, width: 60, height: 60 }] }],
  ["what is written below an element", { ...alone, writings: [{ x: -30, y: 0, width: 60, height: 60 }] }],
  ["another flow of the same source", { ...alone, lines: [{ from: at(0, 0), to: at(0, 80) }] }],
])("an outcome keeps clear of %s", (_, around) => {
  expect(labelPlace(bend, size, around)).toEqual(at(26, 80));
});

test("where everything is full an outcome stands on the first piece all the same", () => {
  const elements = [{ x: -500, y: -500, width: 2000, height: 2000 }];
  expect(labelPlace(bend, size, { ...alone, elements })).toEqual(at(0, 40));
});
