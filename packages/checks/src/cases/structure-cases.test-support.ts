import type { ProjectRecord } from "@rivulet/model";
import {
  changeVariable,
  createList,
  createVariable,
  decision,
  disabled,
  end,
  log,
  loop,
  type MicroflowSketch,
  merge,
  start,
  withRecord,
  withRecords,
} from "@rivulet/testkit";
import { type ProblemCase, withFlow } from "./problem-case.test-support.ts";

const a = log("'a'");
const b = log("'b'");
const list = createList("Sales.Order", "List");
const valid: MicroflowSketch = { elements: { a, b } };
const inLoop = (body: Parameters<typeof loop>[2]): MicroflowSketch => ({
  elements: { list, each: loop("List", "Item", body) },
});
const yesNo = decision("1 > 2");
const status: MicroflowSketch = { parameters: { Status: "Enumeration(Sales.Status)" }, elements: {} };
const byStatus = (...flows: string[]): MicroflowSketch => ({
  ...status,
  elements: { check: decision("$Status"), a, join: merge },
  flows: ["start > check", ...flows, "a > join > end"],
});

/** A project and one in which a microflow is drawn wrong. */
export function flowCase(
  code: ProblemCase["code"],
  title: string,
  drawing: {
    readonly valid: MicroflowSketch;
    readonly invalid: MicroflowSketch;
    readonly places: readonly string[];
  },
): ProblemCase {
  return { code, title, ...drawing, valid: withFlow(drawing.valid), invalid: withFlow(drawing.invalid) };
}

/** A project and one where a record was changed behind the drawing's back. */
function brokenCase(
  code: ProblemCase["code"],
  title: string,
  {
    flow,
    record,
    change,
    places,
  }: {
    readonly flow: MicroflowSketch;
    readonly record: string;
    readonly change: object;
    readonly places: readonly string[];
  },
): ProblemCase {
  const project = withFlow(flow);
  const invalid = withRecord(project, `Sales.Flow.${record}`, (before) => ({ ...before, ...change }));
  return { code, title, valid: project, invalid, places };
}

const annotation: ProjectRecord = {
  id: "Sales.Flow.note",
  type: "element",
  parent: "Sales.Flow",
  kind: "annotation",
  fields: { text: "A note" },
};

function lineTo(key: string): ProjectRecord {
  const [from, to] = [annotation.id, `Sales.Flow.${key}`];
  return { id: "Sales.Flow.line", type: "annotationFlow", parent: "Sales.Flow", from, to };
}

/** One case or more for each code of the drawing of a microflow. */
export const structureCases: readonly ProblemCase[] = [
  flowCase("missing-start", "nothing at all", {
    valid,
    invalid: { isBare: true, elements: {} },
    places: ["Sales.Flow"],
  }),
  flowCase("missing-start", "no start", {
    valid,
    invalid: { isBare: true, elements: { a, end: end() } },
    places: ["Sales.Flow"],
  }),
  flowCase("repeated-element", "two starts", {
    valid,
    invalid: { elements: { a, second: start }, flows: ["start > a > end", "second > a"] },
    places: ["Sales.Flow.second"],
  }),
  flowCase("flow-without-end", "an activity that leads nowhere", {
    valid,
    invalid: { isBare: true, elements: { start, a } },
    places: ["Sales.Flow.a"],
  }),
  flowCase("flow-without-end", "one way of a decision", {
    valid: { elements: { yesNo, a }, flows: ["start > yesNo true> a > end", "yesNo false> end"] },
    invalid: { elements: { yesNo, a }, flows: ["start > yesNo true> a", "yesNo false> end"] },
    places: ["Sales.Flow.a"],
  }),
  flowCase("several-flows", "two ways out of an activity", {
    valid,
    invalid: { elements: { a, b }, flows: ["start > a > end", "a > b > end"] },
    places: ["Sales.Flow.flow3"],
  }),
  flowCase("backward-flow", "back to an activity", {
    valid: {
      elements: { again: merge, a, yesNo },
      flows: ["start > again > a > yesNo true> end", "yesNo false> again"],
    },
    invalid: { elements: { a, yesNo }, flows: ["start > a > yesNo true> end", "yesNo false> a"] },
    places: ["Sales.Flow.flow4"],
  }),
  flowCase("dangling-flow", "to nowhere", {
    valid,
    invalid: { elements: { a }, flows: ["start > a > end", "a > gone"] },
    places: ["Sales.Flow.flow3"],
  }),
  flowCase("flow-crosses-border", "out of a loop", {
    valid: inLoop({ elements: { a } }),
    invalid: inLoop({ elements: { a }, flows: ["a > end"] }),
    places: ["Sales.Flow.flow1"],
  }),
  flowCase("flow-outside-sequence", "out of a parameter", {
    valid: status,
    invalid: { ...status, elements: { a }, flows: ["start > a > end", "parameterStatus > a"] },
    places: ["Sales.Flow.flow3"],
  }),
  flowCase("flow-into-start", "back to the start", {
    valid: { elements: { yesNo }, flows: ["start > yesNo true|false> end"] },
    invalid: { elements: { yesNo }, flows: ["start > yesNo true|false> end", "end > start"] },
    places: ["Sales.Flow.flow3"],
  }),
  flowCase("flow-out-of-end", "on from the end", {
    valid,
    invalid: { elements: { again: merge, a }, flows: ["start > again > a > end", "end > again"] },
    places: ["Sales.Flow.flow4"],
  }),
  flowCase("flow-to-itself", "a merge to itself", {
    valid,
    invalid: { elements: { a, again: merge }, flows: ["start > a > again > end", "again > again"] },
    places: ["Sales.Flow.flow4"],
  }),
  flowCase("missing-outcome", "false", {
    valid: { elements: { yesNo }, flows: ["start > yesNo true|false> end"] },
    invalid: { elements: { yesNo }, flows: ["start > yesNo true> end"] },
    places: ["Sales.Flow.yesNo"],
  }),
  flowCase("missing-outcome", "(empty) of an enumeration", {
    valid: byStatus("check Open|(empty)> a", "check Closed> join"),
    invalid: byStatus("check Open> a", "check Closed> join"),
    places: ["Sales.Flow.check"],
  }),
  flowCase("unknown-outcome", "a value that the enumeration does not have", {
    valid: byStatus("check Open|(empty)> a", "check Closed> join"),
    invalid: byStatus("check Open|(empty)> a", "check Closed|Lost> join"),
    places: ["Sales.Flow.flow3 outcomes[1]"],
  }),
  flowCase("duplicate-outcome", "true twice", {
    valid: { elements: { yesNo, a }, flows: ["start > yesNo true> a > end", "yesNo false> end"] },
    invalid: { elements: { yesNo, a }, flows: ["start > yesNo true> a > end", "yesNo false|true> end"] },
    places: ["Sales.Flow.flow4 outcomes[1]"],
  }),
  flowCase("outcome-needed", "a flow without one", {
    valid: { elements: { yesNo, a }, flows: ["start > yesNo true|false> a > end"] },
    invalid: { elements: { yesNo, a }, flows: ["start > yesNo true|false> a > end", "yesNo > end"] },
    places: ["Sales.Flow.flow4 outcomes"],
  }),
  flowCase("outcome-not-expected", "true behind an activity", {
    valid,
    invalid: { elements: { a }, flows: ["start > a true> end"] },
    places: ["Sales.Flow.flow2 outcomes"],
  }),
  flowCase("wrong-condition", "a number", {
    valid: { elements: { yesNo }, flows: ["start > yesNo true|false> end"] },
    invalid: { elements: { yesNo: decision("1 + 1") }, flows: ["start > yesNo true|false> end"] },
    places: ["Sales.Flow.yesNo condition"],
  }),
  flowCase("missing-beginning", "a body that is a circle", {
    valid: inLoop({ elements: { a, again: merge, yesNo }, flows: ["a > again > yesNo true|false> again"] }),
    invalid: inLoop({ elements: { again: merge, a }, flows: ["again > a > again"] }),
    places: ["Sales.Flow.each"],
  }),
  flowCase("several-beginnings", "two elements side by side", {
    valid: inLoop({ elements: { a, b } }),
    invalid: inLoop({ elements: { a, b }, flows: [] }),
    places: ["Sales.Flow.each"],
  }),
  flowCase("empty-body", "nothing in a loop", {
    valid: inLoop({ elements: { a } }),
    invalid: inLoop({ elements: {} }),
    places: ["Sales.Flow.each"],
  }),
  flowCase("unreachable", "what nothing leads to", {
    valid,
    invalid: { elements: { a, b }, flows: ["start > a > end", "b > end"] },
    places: ["Sales.Flow.b"],
  }),
  flowCase("unreachable", "a circle in a loop", {
    valid: inLoop({ elements: { a, b } }),
    invalid: inLoop({ elements: { a, b, again: merge }, flows: ["b > again > b"] }),
    places: ["Sales.Flow.b", "Sales.Flow.again"],
  }),
  flowCase("not-allowed-here", "an end in a loop", {
    valid: inLoop({ elements: { a } }),
    invalid: inLoop({ elements: { a, stop: end() } }),
    places: ["Sales.Flow.stop"],
  }),
  flowCase("not-a-container", "elements in a log message", {
    valid,
    invalid: { elements: { a: { ...a, body: { elements: { b } } } } },
    places: ["Sales.Flow.a"],
  }),
  flowCase("cannot-be-disabled", "an end", {
    valid: { elements: { a: disabled(log("$Nobody")) } },
    invalid: { elements: { a, end: disabled(end()) } },
    places: ["Sales.Flow.end"],
  }),
  flowCase("unknown-activity", "of a connector that is not there", {
    valid,
    invalid: { elements: { a: { kind: "Future.Activity" } } },
    places: ["Sales.Flow.a"],
  }),
  flowCase("duplicate-variable", "on two ways", {
    valid: { elements: { x: createVariable("X", "Integer"), use: log("toString($X)") } },
    invalid: {
      parameters: { X: "Integer" },
      elements: { x: createVariable("X", "Integer"), use: log("toString($X)") },
    },
    places: ["Sales.Flow.x output"],
  }),
  flowCase("unused-variable", "made for nobody", {
    valid: { elements: { x: createVariable("X", "Integer"), use: changeVariable("X", "1") } },
    invalid: { elements: { x: createVariable("X", "Integer") } },
    places: ["Sales.Flow.x output"],
  }),
  {
    code: "dangling-annotation",
    title: "to nowhere",
    valid: withRecords(withFlow(valid), [annotation, lineTo("a")]),
    invalid: withRecords(withFlow(valid), [annotation, lineTo("gone")]),
    places: ["Sales.Flow.line"],
  },
  brokenCase("dangling-parent", "an element in nothing", {
    flow: { elements: { a }, flows: ["start > end"] },
    record: "a",
    change: { parent: "gone" },
    places: ["Sales.Flow.a parent"],
  }),
];
