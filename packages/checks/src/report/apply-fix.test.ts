import type { JsonValue, ProjectRecord } from "@rivulet/model";
import { expect, test } from "vitest";
import { applyFix } from "./apply-fix.ts";

const element = {
  id: "e",
  type: "element",
  parent: "Sales.Flow",
  kind: "createObject",
  fields: {
    entity: "Sales.Ordr",
    members: [
      { member: "A", value: "1" },
      { member: "B", value: "2" },
    ],
  },
} as const satisfies ProjectRecord;

test.each<[string, JsonValue, object]>([
  ["entity", "Sales.Order", { ...element.fields, entity: "Sales.Order" }],
  [
    "members[1].value",
    "3",
    { ...element.fields, members: [element.fields.members[0], { member: "B", value: "3" }] },
  ],
  ["level", "info", { ...element.fields, level: "info" }],
  ["call.microflow", "Sales.SUB", { ...element.fields, call: { microflow: "Sales.SUB" } }],
  ["members[7].value", "3", element.fields],
])("a fix puts its value at %s", (field, value, fields) => {
  expect(applyFix(element, { label: "", record: "e", field, value })).toEqual({ ...element, fields });
});

test("in a widget the path begins at its fields, too", () => {
  const widget: ProjectRecord = {
    id: "w",
    type: "widget",
    parent: "p",
    order: "a0",
    kind: "text",
    name: "text1",
    fields: { content: { text: "{1}", arguments: [{ expression: "$A", format: { kind: "date" } }] } },
  };
  const fix = { label: "", record: "w", field: "content.arguments[0]", value: "$A" };
  expect(applyFix(widget, fix)).toEqual({
    ...widget,
    fields: { content: { text: "{1}", arguments: ["$A"] } },
  });
});

test("in other records the path begins at the record", () => {
  const entity: ProjectRecord = {
    id: "a",
    type: "entity",
    parent: "Sales",
    name: "A",
    isPersistable: false,
    attributes: [],
    generalization: "Sales.Ordr",
  };
  const fix = { label: "", record: "a", field: "generalization", value: "Sales.Order" };
  expect(applyFix(entity, fix)).toMatchObject({ generalization: "Sales.Order" });
});
