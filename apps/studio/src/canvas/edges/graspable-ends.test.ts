import { expect, test } from "vitest";
import type { FlowEdge } from "../projection.ts";
import { withGraspableEnds } from "./graspable-ends.ts";

const flow = (id: string): FlowEdge => ({ id, type: "sequenceFlow", source: "one", target: "other" });

test("the ends of a flow can be grasped when it is selected or under the pointer", () => {
  const flows = [flow("selected"), flow("hovered"), flow("other")];
  const marked = flows.map((edge) => (edge.id === "selected" ? { ...edge, selected: true } : edge));
  const graspable = withGraspableEnds(marked, "hovered").map(({ id, reconnectable }) => [id, reconnectable]);
  expect(graspable).toEqual([
    ["selected", true],
    ["hovered", true],
    ["other", undefined],
  ]);
});

test("pointing at a flow again gives the library nothing new to draw", () => {
  const flows = [flow("hovered"), flow("other")];
  const first = withGraspableEnds(flows, "hovered");
  const second = withGraspableEnds(flows, "hovered");
  expect(second[0]).toBe(first[0]);
  expect(second[1]).toBe(flows[1]);
});
