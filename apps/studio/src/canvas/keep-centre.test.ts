import { expect, test } from "vitest";
import { slideOfResize } from "./keep-centre.ts";

const canvas = { width: 800, height: 600 };
const nothing = { width: 0, height: 0 };

test("what is in the middle of a canvas stays in the middle when it gets smaller or larger", () => {
  expect(slideOfResize(canvas, { width: 800, height: 400 })).toEqual({ x: 0, y: -100 });
  expect(slideOfResize(canvas, { width: 1024, height: 600 })).toEqual({ x: 112, y: 0 });
});

test("a canvas that appears or goes moves nothing", () => {
  expect(slideOfResize(nothing, canvas)).toEqual({ x: 0, y: 0 });
  expect(slideOfResize(canvas, nothing)).toEqual({ x: 0, y: 0 });
});
