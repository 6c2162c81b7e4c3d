import {
  buildProject,
  createVariable,
  decision,
  disabled,
  end,
  log,
  loop,
  type MicroflowSketch,
  merge,
  start,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { buildFlowGraph } from "./build-flow-graph.ts";
import type { FlowGraph } from "./flow-graph.ts";

const name = "Sales.Flow";

function graphOf(sketch: MicroflowSketch) {
  const project = buildProject({ modules: { Sales: { microflows: { Flow: sketch } } } });
  const microflow = project.index.microflow(name);
  if (!microflow) throw new Error("The sample has no microflow.");
  return buildFlowGraph(microflow, project);
}

const key = (id: string) => id.slice(name.length + 1);

function order(graph: FlowGraph | undefined): string {
  return (graph?.nodes ?? [])
    .map(({ element, isReachable }) => (isReachable ? key(element.id) : `(${key(element.id)})`))
    .join(" ");
}

describe("the order of a graph", () => {
  test.each<[string, MicroflowSketch, string]>([
    [
      "follows the flows",
      { elements: { b: log("''"), a: log("''") }, flows: ["start > a > b > end"] },
      "start a b end",
    ],
    [
      "puts both ways of a decision before their merge",
      {
        elements: { check: decision("true"), yes: log("''"), no: log("''"), join: merge },
        flows: ["start > check true> yes > join > end", "check false> no > join"],
      },
      "start check no yes join end",
    ],
    [
      "passes over flows that lead back",
      {
        elements: { again: merge, work: log("''"), check: decision("true") },
        flows: ["start > again > work > check true> end", "check false> again"],
      },
      "start again work check end",
    ],
    [
      "puts what nothing leads to at the end",
      {
        elements: { lost: log("''"), found: log("''"), alone: log("''") },
        flows: ["start > end", "lost > found"],
      },
      "start end (lost) (found) (alone)",
    ],
    [
      "takes up a circle that nothing leads to",
      { elements: { a: merge, b: log("''") }, flows: ["start > end", "a > b > a"] },
      "start end (a) (b)",
    ],
    ["is empty without elements", { isBare: true, elements: {} }, ""],
    [
      "has nothing reachable without a start",
      { isBare: true, elements: { a: log("''"), b: end() } },
      "(a) (b)",
    ],
  ])("%s", (_, sketch, expected) => {
    expect(order(graphOf(sketch).top)).toBe(expected);
  });

  test("each body has a graph of its own", () => {
    const inner = loop("List", "Inner", { elements: { deep: log("''") } });
    const outer = loop("List", "Outer", { elements: { inner, after: log("''") } });
    const { top, nodes, graphs } = graphOf({ elements: { outer } });
    const innerBody = nodes.get(`${name}.inner`)?.body;
    expect(order(top)).toBe("start outer end");
    expect(order(nodes.get(`${name}.outer`)?.body)).toBe("inner after");
    expect(order(innerBody)).toBe("deep");
    expect(graphs.get(`${name}.deep`)).toBe(innerBody);
    expect(nodes.get(`${name}.after`)?.body).toBeUndefined();
  });
});

describe("backward flows", () => {
  test("are those that lead to an element on the way to them", () => {
    const { nodes } = graphOf({
      elements: { again: merge, check: decision("true") },
      flows: ["start > again > check true> end", "check false> again"],
    });
    const leadsBack = nodes
      .get(`${name}.again`)
      ?.incoming.map(({ from, isBackward }) => [key(from.element.id), isBackward]);
    expect(leadsBack).toEqual([
      ["start", false],
      ["check", true],
    ]);
  });
});

describe("flows that are no edges", () => {
  const body = { elements: { inside: log("''") } };
  test.each<[string, MicroflowSketch]>([
    ["missing-end", { elements: {}, flows: ["start > end", "start > nowhere"] }],
    [
      "crosses-border",
      { elements: { each: loop("L", "I", body) }, flows: ["start > each > end", "inside > end"] },
    ],
    [
      "outside-sequence",
      { parameters: { P: "String" }, elements: {}, flows: ["start > end", "parameterP > end"] },
    ],
    ["into-start", { elements: { a: log("''") }, flows: ["start > a > end", "a > start"] }],
    ["out-of-end", { elements: { a: log("''") }, flows: ["start > end > a"] }],
    ["to-itself", { elements: { a: log("''") }, flows: ["start > a > end", "a > a"] }],
  ])("%s", (reason, sketch) => {
    expect(graphOf(sketch).refusedFlows.map((refused) => refused.reason)).toEqual([reason]);
  });
});

describe("entries", () => {
  test("a body begins where no flow leads to", () => {
    const each = loop("L", "I", { elements: { b: log("''"), a: log("''") }, flows: ["a > b"] });
    const { nodes } = graphOf({ elements: { each } });
    expect(nodes.get(`${name}.each`)?.body?.entry?.element.id).toBe(`${name}.a`);
  });

  test("a microflow begins at its start", () => {
    const { top } = graphOf({ isBare: true, elements: { a: log("''"), start, end: end() } });
    expect(top.entry?.element.id).toBe(`${name}.start`);
  });
});

test("what is disabled is passed over, with all that is in it", () => {
  const each = disabled(loop("L", "I", { elements: { inside: createVariable("X", "String") } }));
  const { nodes } = graphOf({ elements: { each, after: log("''") } });
  const skipped = [...nodes.values()].filter(({ isSkipped }) => isSkipped);
  expect(skipped.map(({ element }) => key(element.id))).toEqual(["each", "inside"]);
});

test("500 loops inside each other and 20,000 elements in a row are no problem", () => {
  let nested = loop("L", "I", { elements: {} });
  for (let depth = 0; depth < 500; depth += 1)
    nested = loop("L", "I", { elements: { [`loop${depth}`]: nested } });
  const row = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`e${index}`, log("''")]));
  expect(graphOf({ elements: { nested, ...row } }).nodes.size).toBe(20_503);
});
