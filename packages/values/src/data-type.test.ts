import { describe, expect, it } from "vitest";
import { type DataType, formatDataType, isSameDataType, parseDataType } from "./data-type.ts";

const types: readonly [string, DataType][] = [
  ["String", { kind: "string" }],
  ["Integer", { kind: "integer" }],
  ["Decimal", { kind: "decimal" }],
  ["Boolean", { kind: "boolean" }],
  ["DateTime", { kind: "dateTime" }],
  ["Binary", { kind: "binary" }],
  ["Nothing", { kind: "nothing" }],
  ["Enumeration(M.E)", { kind: "enumeration", enumeration: "M.E" }],
  ["Object(M.E)", { kind: "object", entity: "M.E" }],
  ["List(M.E)", { kind: "list", entity: "M.E" }],
];

describe("a type", () => {
  it.each(types)("%s is written and read the same way", (text, type) => {
    expect(formatDataType(type)).toBe(text);
    expect(parseDataType(text)).toEqual(type);
  });

  it("Long is Integer", () => {
    expect(parseDataType("Long")).toEqual({ kind: "integer" });
  });

  it.each([
    "",
    "string",
    "Object",
    "Object()",
    "Object(M.E",
    "List(List(M.E))",
    "List(M .E)",
    "toString",
    " String",
  ])("is not %j", (text) => {
    expect(parseDataType(text)).toBeUndefined();
  });

  it("is the same as itself and no other", () => {
    for (const [left, leftType] of types) {
      for (const [right, rightType] of types)
        expect(isSameDataType(leftType, rightType)).toBe(left === right);
    }
  });
});
