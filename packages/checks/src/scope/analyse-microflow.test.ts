import { formatExpressionType } from "@rivulet/expressions";
import {
  buildProject,
  call,
  createList,
  createObject,
  createVariable,
  decision,
  disabled,
  log,
  loop,
  type MicroflowSketch,
  merge,
  retrieve,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { analyseMicroflow } from "./analyse-microflow.ts";

const name = "Sales.Flow";

function analyse(sketch: MicroflowSketch) {
  const project = buildProject({
    modules: {
      Sales: {
        entities: { Order: {}, Line: {} },
        associations: { Line_Order: "Line -> Order" },
        microflows: {
          Flow: sketch,
          Total: { elements: {}, returns: "Decimal" },
          Nothing: { elements: {} },
        },
      },
    },
  });
  const microflow = project.index.microflow(name);
  if (!microflow) throw new Error("The sample has no microflow.");
  return analyseMicroflow(microflow, project);
}

function namesAt(sketch: MicroflowSketch, element: string): string {
  return [...analyse(sketch).scopeAt(`${name}.${element}`).variables()]
    .filter(({ reach }) => reach !== "run")
    .map((variable) => variable.name)
    .join(" ");
}

const make = (output: string) => createVariable(output, "String", "''");
const probe = log("''");

describe("what is available at an element", () => {
  test.each<[string, MicroflowSketch, string]>([
    ["parameters, everywhere", { parameters: { P: "String" }, elements: { probe } }, "P"],
    [
      "what was made before it, the nearest first",
      { elements: { a: make("A"), b: make("B"), probe } },
      "B A",
    ],
    ["nothing that is made later", { elements: { probe, a: make("A") } }, ""],
    ["not what it makes itself", { elements: { probe: make("A") } }, ""],
    [
      "not what only one way has made",
      {
        elements: { before: make("Before"), check: decision("true"), a: make("A"), probe },
        flows: ["start > before > check true> a > probe > end", "check false> probe"],
      },
      "Before",
    ],
    [
      "what was made before a repetition, and in it before the element",
      {
        elements: { a: make("A"), again: merge, b: make("B"), probe, c: make("C"), check: decision("true") },
        flows: ["start > a > again > b > probe > c > check true> end", "check false> again"],
      },
      "B A",
    ],
    [
      "not what an activity would have made when its error handler is taken",
      {
        elements: { a: make("A"), probe, other: log("''") },
        flows: ["start > a > end", "a !> probe > end"],
      },
      "latestError",
    ],
    ["nothing that a disabled activity makes", { elements: { a: disabled(make("A")), probe } }, ""],
    [
      "what was made before it, where nothing leads to",
      { elements: { a: make("A"), lost: make("Lost"), probe }, flows: ["start > a > end", "lost > probe"] },
      "Lost",
    ],
  ])("%s", (_, sketch, expected) => {
    expect(namesAt(sketch, "probe")).toBe(expected);
  });

  const each = loop("List", "Item", { elements: { inside: make("Inside"), deep: log("''") } });
  test("in a loop: the body's, the iterator, the position, and what is around the loop", () => {
    const sketch = { elements: { list: createList("Sales.Order", "List"), each, after: probe } };
    expect(namesAt(sketch, "deep")).toBe("Inside currentIndex Item List");
    expect(namesAt(sketch, "each")).toBe("List");
    expect(namesAt(sketch, "after")).toBe("List");
  });

  test("the position of the innermost loop hides the others", () => {
    const inner = loop("List", "Inner", { elements: { deep: log("''") } });
    const outer = loop("List", "Outer", { elements: { inner } });
    const analysis = analyse({ elements: { list: createList("Sales.Order", "List"), outer } });
    const position = analysis.scopeAt(`${name}.deep`).variable("currentIndex");
    expect(position).toMatchObject({ element: { id: `${name}.inner` } });
    expect(analysis.scopeAt(`${name}.inner`).variable("currentIndex")).toMatchObject({
      element: { id: `${name}.outer` },
    });
    expect(analysis.scopeAt(`${name}.outer`).variable("currentIndex")).toBeUndefined();
  });
});

describe("special variables", () => {
  const scope = () => analyse({ elements: { probe } }).scopeAt(`${name}.probe`);

  test.each([
    ["currentUser", "System.User"],
    ["currentSession", "System.Session"],
  ])("$%s is an object of %s, everywhere", (variable, entity) => {
    expect(scope().variable(variable)?.type).toEqual({ kind: "object", entity });
    expect([...scope().variables()].map((each) => each.name)).toContain(variable);
  });

  test.each([
    ["latestError", "$latestError exists only behind the error handler of an activity."],
    [
      "currentIndex",
      "$currentIndex is the position of the present object, from 0, and exists only inside a loop over a list.",
    ],
  ])("$%s is not there, and why is said", (variable, message) => {
    expect(scope().fault(variable)).toEqual({ code: "variable-not-available", message });
  });
});

describe("types", () => {
  test.each<[string, MicroflowSketch, Record<string, string>]>([
    [
      "follow from entities, associations and lists",
      {
        elements: {
          a: createObject("Sales.Order", "Order"),
          b: retrieve("Order", { association: "Sales.Line_Order", end: "target" }, "Lines"),
          c: loop("Lines", "Line", { elements: {} }),
        },
      },
      {
        Order: "Object(Sales.Order)",
        Lines: "List(Sales.Line)",
        Line: "Object(Sales.Line)",
        currentIndex: "Integer",
      },
    ],
    ["follow from called microflows", { elements: { a: call("Sales.Total", {}, "T") } }, { T: "Decimal" }],
    [
      "are unknown for a call without a result",
      { elements: { a: call("Sales.Nothing", {}, "T") } },
      { T: "unknown" },
    ],
    [
      "are unknown for an unknown entity",
      { elements: { a: createList("Sales.Gone", "L") } },
      { L: "unknown" },
    ],
    [
      "are unknown for loops over each other",
      { elements: { a: loop("B", "A", { elements: {} }), b: loop("A", "B", { elements: {} }) } },
      { A: "unknown", B: "unknown", currentIndex: "Integer" },
    ],
  ])("%s", (_, sketch, expected) => {
    const { variables } = analyse(sketch);
    const types = variables.map((variable) => [variable.name, formatExpressionType(variable.type)]);
    expect(Object.fromEntries(types)).toEqual(expected);
  });
});

test("slots count from 0, parameters first", () => {
  const { variables } = analyse({ parameters: { P: "String" }, elements: { a: make("A"), b: make("B") } });
  expect(variables.map(({ name: own, slot, reach }) => [own, slot, reach])).toEqual([
    ["P", 0, "everywhere"],
    ["A", 1, "after"],
    ["B", 2, "after"],
  ]);
});

test("a name belongs to the first that claims it", () => {
  const body = { elements: { c: make("A") } };
  const { variablesByName, duplicates } = analyse({
    parameters: { A: "String" },
    elements: { b: make("A"), each: loop("L", "A", body) },
  });
  expect(variablesByName.get("A")?.element.kind).toBe("parameter");
  expect(duplicates.map(({ element }) => element.id)).toEqual([`${name}.b`, `${name}.each`, `${name}.c`]);
});

describe("why a name cannot be used", () => {
  const list = createList("Sales.Order", "L");
  test.each<[string, MicroflowSketch]>([
    ["available", { elements: { a: make("A"), probe } }],
    ["unknown", { elements: { probe } }],
    ["own", { elements: { probe: make("A") } }],
    ["later", { elements: { probe, a: make("A") } }],
    ["disabled", { elements: { a: disabled(make("A")), probe } }],
    ["inside", { elements: { list, each: loop("L", "I", { elements: { a: make("A") } }), probe } }],
    ["inside", { elements: { list, each: loop("L", "A", { elements: {} }), probe } }],
    ["later", { elements: { list, each: loop("L", "I", { elements: { probe } }), a: make("A") } }],
    [
      "some-ways",
      {
        elements: { check: decision("true"), a: make("A"), probe },
        flows: ["start > check true> a > probe > end", "check false> probe"],
      },
    ],
    [
      "when-failed",
      {
        elements: { a: make("A"), join: merge, probe },
        flows: ["start > a > join > probe > end", "a !> join"],
      },
    ],
    [
      "other-way",
      {
        elements: { check: decision("true"), a: make("A"), probe },
        flows: ["start > check true> a > end", "check false> probe > end"],
      },
    ],
  ])("%s", (kind, sketch) => {
    expect(analyse(sketch).scopeAt(`${name}.probe`).availability("A").kind).toBe(kind);
  });
});

test("an element of another microflow has no scope here", () => {
  expect(() => analyse({ elements: {} }).scopeAt("Sales.Other.x")).toThrow(RangeError);
});
