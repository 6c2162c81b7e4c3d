import { expect, test } from "vitest";
import { handlesOf } from "./handles.ts";

test("flows are attached in the middles of the sides, whatever the size", () => {
  const places = handlesOf({ width: 188, height: 60 }).map(({ type, id, x, y }) => ({ type, id, x, y }));
  for (const type of ["source", "target"]) {
    expect(places).toContainEqual({ type, id: "left", x: 0, y: 30 });
    expect(places).toContainEqual({ type, id: "right", x: 188, y: 30 });
    expect(places).toContainEqual({ type, id: "top", x: 94, y: 0 });
    expect(places).toContainEqual({ type, id: "bottom", x: 94, y: 60 });
  }
});

test("elements of one size share their handles", () => {
  expect(handlesOf({ width: 64, height: 64 })).toBe(handlesOf({ width: 64, height: 64 }));
});
