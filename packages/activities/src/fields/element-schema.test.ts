import { expect, test } from "vitest";
import { changeList } from "../platform/change-list/definition.ts";
import { platformDefinitions } from "../platform-activities.ts";
import { elementSchema } from "./element-schema.ts";
import { initialFields } from "./initial-fields.ts";

test("the schema of a kind names its fields, their choices and what is always needed", () => {
  expect(elementSchema(changeList)).toMatchObject({
    properties: {
      kind: { const: "changeList" },
      fields: {
        properties: {
          list: { type: "string", title: "List" },
          operation: { enum: ["add", "remove", "clear", "replace"], default: "add" },
        },
        required: ["list", "operation"],
        additionalProperties: false,
      },
    },
  });
});

test.each(platformDefinitions.map((definition) => [definition.kind, definition] as const))(
  "%s has a schema that is JSON, and starts with fields that it has",
  (_, definition) => {
    const schema = elementSchema(definition);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    const names = definition.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(initialFields(definition))));
  },
);
