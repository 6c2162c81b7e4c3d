import type { Node } from "@xyflow/react";
import { expect, test } from "vitest";
import { putBack } from "./put-back.ts";

test("what a hand held goes back to where the document has it, and nothing else gets a new identity", () => {
  const still: Node = { id: "still", position: { x: 0, y: 0 }, data: {} };
  const held: Node = {
    id: "held",
    position: { x: 90, y: 90 },
    width: 500,
    height: 10,
    handles: [],
    data: {},
  };
  const place = { x: 10, y: 20, width: 300, height: 200 };
  const [first, second] = putBack(
    [still, held],
    () => place,
    ({ id }) => id === "held",
  );
  expect(first).toBe(still);
  expect(second?.handles).toHaveLength(8);
  expect(second).toMatchObject({ position: { x: 10, y: 20 }, width: 300, height: 200, dragging: false });
});
