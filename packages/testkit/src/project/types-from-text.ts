import type { JsonObject } from "@rivulet/model";
import { type AttributeType, type DataType, parseDataType } from "@rivulet/values";

/** A type that must be one: a slip in a test is a mistake of the test. */
export function dataTypeFromText(text: string): DataType {
  const type = parseDataType(text);
  if (!type) throw new Error(`"${text}" is no type. Write Integer, Object(Module.Entity) ...`);
  return type;
}

/** A type as the value of a field. */
export function typeFromText(text: string): JsonObject {
  return { ...dataTypeFromText(text) };
}

const ownAttributeKinds = {
  Long: "long",
  AutoNumber: "autoNumber",
  HashedString: "hashedString",
} as const;

/** An attribute type as tests write it: `String`, `String(200)`, `Long`, `Enumeration(Sales.Status)`. */
export function attributeTypeFromText(text: string): AttributeType {
  const [, length] = /^String\((\d+)\)$/.exec(text) ?? [];
  if (length !== undefined) return { kind: "string", maximumLength: Number(length) };
  if (text in ownAttributeKinds) {
    return { kind: ownAttributeKinds[text as keyof typeof ownAttributeKinds] };
  }
  const type = dataTypeFromText(text);
  if (type.kind === "enumeration") return type;
  const { kind } = type;
  if (kind === "object" || kind === "list" || kind === "nothing") {
    throw new Error(`"${text}" is no type of an attribute.`);
  }
  return { kind };
}
