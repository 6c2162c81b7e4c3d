import { buildProject } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { recordReferences, renameInRecord } from "./record-references.ts";

const { index } = buildProject({
  modules: {
    Sales: {
      entities: {
        Order: { attributes: { Total: "Decimal", Status: "Enumeration(Sales.Status)" } },
        Rush: { generalization: "Sales.Order" },
      },
      associations: { Rush_Order: "Rush -> Order" },
      enumerations: { Status: ["Open"] },
      constants: { First: { type: "Enumeration(Sales.Status)" } },
      microflows: { Flow: { elements: {}, returns: "List(Sales.Order)" } },
    },
  },
});

test.each<[string, string[]]>([
  ["Sales.Order", ["Sales.Status in attributes[1].attributeType"]],
  ["Sales.Rush", ["Sales.Order in generalization"]],
  ["Sales.Rush_Order", ["Sales.Rush in owner", "Sales.Order in target"]],
  ["Sales.Status", []],
  ["Sales.First", ["Sales.Status in dataType"]],
  ["Sales.Flow", ["Sales.Order in returnType"]],
])("the record of %s uses what its parts name", (name, expected) => {
  const record = index.named(name);
  expect(
    record && recordReferences(record).map((reference) => `${reference.name} in ${reference.field}`),
  ).toEqual(expected);
});

test("a renaming reaches every part of a record", () => {
  const association = index.named("Sales.Rush_Order");
  const renamed =
    association &&
    renameInRecord(association, ({ name }) => (name === "Sales.Order" ? "Sales.Purchase" : undefined));
  expect(renamed).toMatchObject({ name: "Rush_Order", owner: "Sales.Rush", target: "Sales.Purchase" });
});
