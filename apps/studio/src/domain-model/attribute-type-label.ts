import type { AttributeRecord } from "@rivulet/model";

type AttributeType = AttributeRecord["attributeType"];

/** How the kinds of attributes are called, in the order in which they are offered. */
export const attributeKinds: readonly { readonly kind: AttributeType["kind"]; readonly label: string }[] = [
  { kind: "string", label: "String" },
  { kind: "integer", label: "Integer" },
  { kind: "long", label: "Long" },
  { kind: "decimal", label: "Decimal" },
  { kind: "boolean", label: "Boolean" },
  { kind: "dateTime", label: "Date and time" },
  { kind: "enumeration", label: "Enumeration" },
  { kind: "binary", label: "Binary" },
];

/** The type of an attribute in a word; an enumeration by its name. */
export function attributeTypeLabel(type: AttributeType): string {
  if (type.kind === "enumeration") return type.enumeration.slice(type.enumeration.lastIndexOf(".") + 1);
  return attributeKinds.find(({ kind }) => kind === type.kind)?.label ?? type.kind;
}
