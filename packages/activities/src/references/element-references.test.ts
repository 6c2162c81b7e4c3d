import type { ElementRecord } from "@rivulet/model";
import {
  buildProject,
  call,
  changeList,
  changeObject,
  createList,
  createObject,
  createVariable,
  decision,
  type ElementSketch,
  loop,
  retrieve,
} from "@rivulet/testkit";
import { type DataType, parseDataType } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { elementReferences, renameInElement } from "./element-references.ts";
import type { Reference } from "./reference.ts";

const project = buildProject({
  modules: {
    Sales: {
      entities: {
        Order: { attributes: { Total: "Decimal", Status: "Enumeration(Sales.Status)" } },
        Rush: { generalization: "Sales.Order", attributes: { Deadline: "DateTime" } },
        Line: { attributes: { Amount: "Integer" } },
      },
      associations: { Line_Order: "Line -> Order" },
      enumerations: { Status: ["Open", "Closed"] },
      constants: { Vat: { type: "Decimal", value: "1.21" } },
      microflows: { Flow: { elements: {} } },
    },
  },
});

const variables: Readonly<Record<string, string>> = {
  Order: "Object(Sales.Order)",
  Rush: "Object(Sales.Rush)",
  Line: "Object(Sales.Line)",
  OrderList: "List(Sales.Order)",
};

const around = {
  ...project,
  variable: (name: string): DataType | undefined => parseDataType(variables[name] ?? ""),
};

function elementOf({ kind, fields = {} }: ElementSketch): ElementRecord {
  return { id: "e", type: "element", parent: "Sales.Flow", kind, fields };
}

function show({ kind, name, isDeclaration, field, from, to }: Reference): string {
  const range = from === undefined ? "" : ` ${from}-${to}`;
  return `${isDeclaration ? "new " : ""}${kind} ${name} in ${field}${range}`;
}

describe("the references of an element", () => {
  test.each<[string, ElementSketch, string[]]>([
    [
      "entities and new variables",
      createList("Sales.Order", "List"),
      ["entity Sales.Order in entity", "new variable List in output"],
    ],
    [
      "members and the expressions of their values",
      createObject("Sales.Rush", "NewRush", { Total: "@Sales.Vat", Status: "Sales.Status.Open" }),
      [
        "entity Sales.Rush in entity",
        "attribute Sales.Order.Total in members[0].member",
        "constant Sales.Vat in members[0].value 1-10",
        "attribute Sales.Order.Status in members[1].member",
        "enumeration Sales.Status in members[1].value 0-12",
        "enumerationValue Sales.Status.Open in members[1].value 13-17",
        "new variable NewRush in output",
      ],
    ],
    [
      "members of a variable, associations too",
      changeObject("Line", { "Sales.Line_Order": "$Order", Amount: "1", Gone: "2" }),
      [
        "variable Line in object",
        "association Sales.Line_Order in members[0].member",
        "variable Order in members[0].value 1-6",
        "attribute Sales.Line.Amount in members[1].member",
      ],
    ],
    [
      "paths over associations and inherited attributes",
      decision("(( $Line/Sales.Line_Order/Sales.Order/Total)) > $Rush/Total and $Nobody/Total = 1"),
      [
        "variable Line in condition 4-8",
        "association Sales.Line_Order in condition 9-25",
        "entity Sales.Order in condition 26-37",
        "attribute Sales.Order.Total in condition 38-43",
        "variable Rush in condition 49-53",
        "attribute Sales.Order.Total in condition 54-59",
        "variable Nobody in condition 65-71",
      ],
    ],
    [
      "every part of if, calls, minus and skipped text",
      decision("if not($A) then -$B else max($C, ($D)) $E"),
      ["A", "B", "C", "D", "E"].map((name, index) => {
        const from = [8, 18, 30, 35, 40][index] ?? 0;
        return `variable ${name} in condition ${from}-${from + 1}`;
      }),
    ],
    [
      "associations of a retrieve",
      retrieve("Order", { association: "Sales.Line_Order", end: "target" }, "Lines"),
      [
        "variable Order in start",
        "association Sales.Line_Order in association.association",
        "new variable Lines in output",
      ],
    ],
    [
      "calls, their parameters and arguments",
      call("Sales.Flow", { Order: "$Order" }),
      [
        "microflow Sales.Flow in call.microflow",
        "parameter Sales.Flow.Order in call.arguments.Order",
        "variable Order in call.arguments.Order 1-6",
      ],
    ],
    [
      "types",
      createVariable("Status", "Enumeration(Sales.Status)"),
      ["enumeration Sales.Status in type", "new variable Status in output"],
    ],
    [
      "iterators",
      loop("OrderList", "Item", { elements: {} }),
      ["variable OrderList in list", "new variable Item in iterator"],
    ],
    ["only fields that count", changeList("OrderList", "clear", "$Order"), ["variable OrderList in list"]],
    ["none in an unknown kind", { kind: "Future.Activity", fields: { entity: "Sales.Order" } }, []],
    ["none in fields of another form", { kind: "createList", fields: { entity: 12, output: ["x"] } }, []],
  ])("%s", (_, sketch, expected) => {
    expect(elementReferences(elementOf(sketch), around).map(show)).toEqual(expected);
  });
});

describe("renaming in an element", () => {
  const renaming = (names: Readonly<Record<string, string>>) => (reference: Reference) =>
    names[`${reference.kind} ${reference.name}`];

  test.each<[string, ElementSketch, Record<string, string>, ElementSketch]>([
    [
      "an entity, wherever it is written",
      createList("Sales.Order", "List"),
      { "entity Sales.Order": "Shop.Purchase" },
      createList("Shop.Purchase", "List"),
    ],
    [
      "a variable in expressions, from the text's front to its end",
      decision("$A + $Order/Total >  $Order/Total"),
      { "variable Order": "O", "attribute Sales.Order.Total": "Sales.Order.GrandTotal" },
      decision("$A + $O/GrandTotal >  $O/GrandTotal"),
    ],
    [
      "an enumeration and one of its values",
      decision("Sales.Status.Open = $Order/Status"),
      {
        "enumeration Sales.Status": "Shop.State",
        "enumerationValue Sales.Status.Open": "Sales.Status.Begun",
      },
      decision("Shop.State.Begun = $Order/Status"),
    ],
    [
      "a parameter of a called microflow",
      call("Sales.Flow", { Order: "$Order", Other: "1" }),
      { "parameter Sales.Flow.Order": "Sales.Flow.Purchase", "microflow Sales.Flow": "Sales.Sub" },
      call("Sales.Sub", { Purchase: "$Order", Other: "1" }),
    ],
    [
      "fields that do not count at present",
      changeList("List", "clear", "$Order"),
      { "variable Order": "O" },
      changeList("List", "clear", "$O"),
    ],
  ])("%s", (_, sketch, names, expected) => {
    expect(renameInElement(elementOf(sketch), renaming(names), around)).toEqual(elementOf(expected));
  });

  test("gives the same object when nothing is renamed", () => {
    const element = elementOf(decision("$Order/Total > 1"));
    expect(renameInElement(element, () => undefined, around)).toBe(element);
  });
});
