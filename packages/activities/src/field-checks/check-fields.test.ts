import type { ElementRecord } from "@rivulet/model";
import {
  buildProject,
  call,
  changeList,
  changeObject,
  createObject,
  createVariable,
  type ElementSketch,
  end,
  log,
  loop,
  retrieve,
} from "@rivulet/testkit";
import { type DataType, parseDataType } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { checkFields } from "./check-fields.ts";
import type { FieldScope } from "./field-check.ts";

const { index, catalog } = buildProject({
  modules: {
    Sales: {
      entities: {
        Order: { attributes: { Number: "AutoNumber", Amount: "Integer", Note: "String" } },
        Rush: { generalization: "Sales.Order" },
        Line: {},
        Tag: {},
        Base: { isAbstract: true },
        Concrete: { generalization: "Sales.Base" },
      },
      associations: { Line_Order: "Line -> Order", Order_Tag: "Order ->> Tag" },
      enumerations: { Status: ["Open"] },
      microflows: {
        Sub: { parameters: { Order: "Object(Sales.Order)" }, elements: {} },
        Odd: { parameters: { constructor: "String" }, elements: {} },
        Total: { returns: "Decimal", result: "1", elements: {} },
      },
    },
  },
});

const types: Readonly<Record<string, string>> = {
  Order: "Object(Sales.Order)",
  Rush: "Object(Sales.Rush)",
  Line: "Object(Sales.Line)",
  Tags: "List(Sales.Tag)",
  N: "Integer",
};

const variables = Object.entries(types).map(([name, text]) => ({
  name,
  type: parseDataType(text) as DataType,
}));

const scope: FieldScope = {
  model: index,
  variable: (name) => variables.find((variable) => variable.name === name),
  variables: () => variables,
  fault: (name) =>
    variables.some((variable) => variable.name === name)
      ? undefined
      : { code: "variable-not-available", message: `$${name} is made later.` },
};

function messages(
  { kind, fields = {} }: ElementSketch,
  returnType: DataType = { kind: "nothing" },
): string[] {
  const definition = catalog.find(kind);
  if (!definition) throw new Error(`There is no ${kind}.`);
  const element: ElementRecord = { id: "e", type: "element", parent: "f", kind, fields };
  return checkFields({ definition, element, index, scope, microflow: { returnType } }).map(
    ({ field, message, fix }) => `${field}: ${message}${fix ? ` [${fix.label}]` : ""}`,
  );
}

describe("every message names the thing, the reason and the way out", () => {
  test.each<[ElementSketch, string]>([
    [
      { kind: "logMessage", fields: { message: "''" } },
      "level: Log message needs a value for Log level: How much it matters. [Use info]",
    ],
    [
      { ...log("''"), fields: { level: "info", message: "''", massage: "" } },
      'massage: Log message has no field "massage". Did you mean message?',
    ],
    [
      { ...log("''"), fields: { level: "inof", message: "''" } },
      'level: Log level cannot be "inof". Did you mean info? [Use info]',
    ],
    [
      createObject("Sales.Oder", "New"),
      "entity: There is no entity Sales.Oder. Did you mean Sales.Order? [Use Sales.Order]",
    ],
    [
      createObject("Sales.Status", "New"),
      "entity: Sales.Status is an enumeration, not an entity. Choose another one.",
    ],
    [
      createObject("Sales.Base", "New"),
      "entity: Sales.Base is abstract, so it has no objects of its own. Choose one that specializes it: Sales.Concrete.",
    ],
    [
      createVariable("X", "List(Sales.Order)"),
      "type: Data type cannot be List(Sales.Order) here. Choose another type.",
    ],
    [
      changeObject("Tags", { Note: "''" }),
      "object: Object needs an object, and $Tags is a List(Sales.Tag). Choose another variable.",
    ],
    [
      loop("Order", "Item", { elements: {} }),
      "list: Iterate over needs a list, and $Order is an Object(Sales.Order). Choose another variable. [Use $Tags]",
    ],
    [changeObject("Gone", { Note: "''" }), "object: $Gone is made later."],
    [log("$Gone"), "message: $Gone is made later."],
    [
      changeObject("Rush", { Nte: "''" }),
      "members[0].member: Sales.Rush has no attribute Nte. Did you mean Note? [Use Note]",
    ],
    [
      changeObject("Order", { Number: "1" }),
      "members[0].member: Sales.Order/Number gets its number by itself and cannot be set. Remove this member.",
    ],
    [
      changeObject("Order", { "Sales.Line_Order": "$Line" }),
      "members[0].member: Sales.Line_Order is held by Sales.Line, not by Sales.Order. Set it on the object of Sales.Line.",
    ],
    [
      changeObject("Order", [{ member: "Note", operation: "add", value: "''" }]),
      "members[0].operation: Note holds at most one value, so add is not possible. Set it instead. [Set it]",
    ],
    [
      changeObject("Order", { Amount: "1.5" }),
      "members[0].value: A whole number is expected here, and this is a Decimal: say with round, floor or ceil how to make it whole. [Use round()]",
    ],
    [
      retrieve("Order", { association: "Sales.Line_Order", end: "owner" }, "Lines"),
      "association.end: $Order is an Object(Sales.Order), but this end of Sales.Line_Order is at Sales.Line. Look from the other end. [Look from the other end]",
    ],
    [
      retrieve("Line", { association: "Sales.Order_Tag", end: "owner" }, "Tags"),
      "association.end: $Line is an Object(Sales.Line), but this end of Sales.Order_Tag is at Sales.Order. Choose one of Sales.Line_Order.",
    ],
    [
      changeList("Tags", "add", "$Order"),
      "value: An Object(Sales.Tag) is expected here, and this is an Object(Sales.Order).",
    ],
    [
      call("Sales.Sub", {}),
      "call.arguments.Order: Sales.Sub needs a value for its parameter Order. Write an expression, empty for nothing.",
    ],
    [
      call("Sales.Odd", {}),
      "call.arguments.constructor: Sales.Odd needs a value for its parameter constructor. Write an expression, empty for nothing.",
    ],
    [
      call("Sales.Sub", { Order: "$Order" }, "Result"),
      "output: Sales.Sub returns nothing, so there is no result to name. Remove the name, or give the microflow a return type. [Remove the name]",
    ],
    [
      call("Sales.Total", { Oder: "$Order" }),
      "call.arguments.Oder: Sales.Total has no parameter Oder. Remove this argument.",
    ],
    [
      end("1"),
      "returnValue: The microflow returns nothing. Remove this value, or give the microflow a return type. [Remove the value]",
    ],
  ])("%j", (sketch, expected) => {
    expect(messages(sketch)).toEqual([expected]);
  });
});

describe("nothing is said", () => {
  test.each<[string, ElementSketch]>([
    ["about a specialization where its generalization is needed", call("Sales.Sub", { Order: "$Rush" })],
    ["about a field that does not count", changeList("Tags", "clear", "$Nobody")],
    ["about an optional field that is blank", createVariable("X", "String", " ")],
    ["about an Integer for a Decimal", createVariable("X", "Decimal", "$N")],
    [
      "about a list for an association that holds many",
      changeObject("Order", { "Sales.Order_Tag": "$Tags" }),
    ],
  ])("%s", (_, sketch) => {
    expect(messages(sketch)).toEqual([]);
  });
});

test("a result is needed exactly when the microflow returns something", () => {
  expect(messages(end(), { kind: "integer" })).toHaveLength(1);
  expect(messages(end("1"), { kind: "integer" })).toEqual([]);
  expect(messages(end())).toEqual([]);
});

test("of an expression that is too long its length is said, and not that it is none", () => {
  const long = { kind: "end", fields: { returnValue: "1".repeat(100_001) } } as const;
  expect(messages(long, { kind: "integer" })).toEqual([
    "returnValue: Return value is an expression of 100,001 characters, and 100,000 is the most. Put parts of it into variables first.",
  ]);
});
