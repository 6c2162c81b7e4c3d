import type { AttributeType } from "@rivulet/values";
import { domainModelMessages } from "../messages/domain-model-messages.ts";

/** A kind of attributes that can be chosen. */
export type AttributeKind = Exclude<AttributeType["kind"], "autoNumber" | "hashedString">;

/** The kinds of attributes in the order in which they are offered. */
export const attributeKinds = [
  "string",
  "integer",
  "long",
  "decimal",
  "boolean",
  "dateTime",
  "enumeration",
  "binary",
] as const satisfies readonly AttributeKind[];

/** The type of an attribute in a word; an enumeration by its name. */
export function attributeTypeLabel(type: AttributeType): string {
  if (type.kind === "enumeration") return type.enumeration.slice(type.enumeration.lastIndexOf(".") + 1);
  return domainModelMessages.attributeKinds[type.kind];
}
