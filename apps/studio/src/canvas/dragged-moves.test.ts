import { ProjectIndex } from "@rivulet/model";
import { expect, test } from "vitest";
import { draggedMoves } from "./dragged-moves.ts";
import { drawing, element } from "./editing/editing.test-support.ts";
import { placedElements } from "./placed-elements.ts";

/** A loop at the right, and two activities of which the second stands lower. */
const store = drawing([
  [element("loop", "loop"), 600, 100],
  [element("upper"), 0, 100],
  [element("lower"), 0, 300],
  [element("end", "end"), 0, 400],
]);
const placed = placedElements(new ProjectIndex(store.records), "flow");
const dragged = [
  { id: "upper", position: { x: 640, y: 150 } },
  { id: "lower", position: { x: 640, y: 350 } },
  { id: "end", position: { x: 640, y: 450 } },
];
const parentsOf = (grabbed: string) =>
  draggedMoves(dragged, placed, { microflow: "flow", grabbed }).map(({ id, parent }) => [id, parent]);

test("what is dragged together goes into the loop together, except what may not stand there", () => {
  expect(parentsOf("upper")).toEqual([
    ["upper", "loop"],
    ["lower", "loop"],
    ["end", "flow"],
  ]);
});

test("where the hand stays outside, only what is over the loop goes into it", () => {
  expect(parentsOf("lower")).toEqual([
    ["upper", "loop"],
    ["lower", "flow"],
    ["end", "flow"],
  ]);
});
