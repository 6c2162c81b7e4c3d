import { expect, test } from "vitest";
import { putBack } from "./put-back.ts";

test("what is dragged goes back to where the document has it, and nothing else gets a new identity", () => {
  const still = { id: "still", position: { x: 0, y: 0 }, data: {} };
  const dragged = { id: "dragged", position: { x: 90, y: 90 }, data: {}, dragging: true };
  const [first, second] = putBack([still, dragged], () => ({ x: 10, y: 20 }));
  expect(first).toBe(still);
  expect(second).toMatchObject({ position: { x: 10, y: 20 }, dragging: false });
});
