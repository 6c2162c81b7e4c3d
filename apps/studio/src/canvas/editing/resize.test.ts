import { describe, expect, test } from "vitest";
import { drawing, edited, element, placeOf } from "./editing.test-support.ts";
import { resize } from "./resize.ts";

const loop = { x: 100, y: 100, width: 520, height: 200 };
const resized = (box: typeof loop) =>
  edited(
    drawing([
      [element("loop", "loop"), loop.x, loop.y],
      [element("inside", "createList", "loop"), 58, 86],
    ]),
    (transaction) => resize(transaction, "loop", box),
  );

describe("the frame of a loop", () => {
  test("can be drawn larger by its upper left corner, and what is in it stays where it is", () => {
    const store = resized({ x: 60, y: 60, width: 560, height: 240 });
    expect(placeOf(store, "loop")).toMatchObject({ x: 60, y: 60, width: 560, height: 240 });
    expect(placeOf(store, "inside")).toMatchObject({ x: 98, y: 126 });
  });

  test("never becomes smaller than what is in it, from either side", () => {
    const right = resized({ ...loop, width: 260, height: 140 });
    expect(placeOf(right, "loop")?.width).toBeGreaterThanOrEqual(58 + 188);
    expect(placeOf(right, "loop")?.height).toBeGreaterThanOrEqual(86 + 60);
    const left = resized({ x: 360, y: 160, width: 260, height: 140 });
    const frame = placeOf(left, "loop");
    const inside = placeOf(left, "inside");
    expect((frame?.x ?? 0) + (inside?.x ?? 0)).toBe(loop.x + 58);
    expect(inside?.x).toBeGreaterThan(0);
    expect((frame?.x ?? 0) + (frame?.width ?? 0)).toBe(620);
  });
});
