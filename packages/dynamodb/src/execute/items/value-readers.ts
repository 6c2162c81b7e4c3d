import type { Decimal, EntityObject, Integer, Value } from "@rivulet/values";
import { encodeNumber } from "../codec/attribute-number.ts";
import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";
import { encodeBinary, putAttribute } from "../codec/encode-value.ts";
import { inModule } from "../module-name.ts";

/** A member of a list, a map or a set. */
export interface Member {
  /** Its name, in a map. */
  readonly key: Value;
  readonly json: AttributeJson;
}

/** An entity that has its value in an attribute. */
export interface ScalarReader {
  readonly kind: "scalar";
  readonly attribute: string;
  readonly write: (value: NonNullable<Value>) => AttributeJson;
}

/** An entity whose value are its members. */
export interface CollectionReader {
  readonly kind: "collection";
  /** In a map members need different names; in a set they are all of this type. */
  readonly members: "named" | "any" | "S" | "N" | "B";
  readonly write: (members: readonly Member[]) => AttributeJson;
}

/** How the value of an object of an entity is read. */
export type ValueReader = ScalarReader | CollectionReader | { readonly kind: "null" };

const scalar = (attribute: string, write: ScalarReader["write"]): ScalarReader => ({
  kind: "scalar",
  attribute,
  write,
});
const number = (attribute: string) =>
  scalar(attribute, (value) => ({ N: encodeNumber(value as Integer | Decimal) }));

/** The types that both items and conditions have. */
const common = {
  String: scalar("StringValue", (value) => ({ S: value as string })),
  Long: number("LongValue"),
  Decimal: number("DecimalValue"),
  Boolean: scalar("BooleanValue", (value) => ({ BOOL: value === "_TRUE" })),
};

function collection(
  members: CollectionReader["members"],
  write: CollectionReader["write"],
): CollectionReader {
  return { kind: "collection", members, write };
}

const texts = (type: "S" | "N" | "B", members: readonly Member[]) =>
  members.map(({ json }) => (json as Readonly<Record<string, string>>)[type] ?? "");

function mapOf(members: readonly Member[]): ItemJson {
  const map: Record<string, AttributeJson> = {};
  for (const { key, json } of members) putAttribute(map, String(key), json);
  return map;
}

const byEntity = (readers: Readonly<Record<string, ValueReader>>): ReadonlyMap<string, ValueReader> =>
  new Map(Object.entries(readers).map(([name, reader]) => [inModule(name), reader]));

/** The entities whose objects are values of items. */
export const itemValueReaders = byEntity({
  KeyValueString: common.String,
  KeyValueLong: common.Long,
  KeyValueDecimal: common.Decimal,
  KeyValueBoolean: common.Boolean,
  KeyValueBinary: scalar("BinaryValue", (value) => ({ B: encodeBinary(value as Uint8Array) })),
  KeyValueNull: { kind: "null" },
  KeyValueList: collection("any", (members) => ({ L: members.map(({ json }) => json) })),
  KeyValueMap: collection("named", (members) => ({ M: mapOf(members) })),
  KeyValueStringSet: collection("S", (members) => ({ SS: texts("S", members) })),
  KeyValueNumberSet: collection("N", (members) => ({ NS: texts("N", members) })),
  KeyValueBinarySet: collection("B", (members) => ({ BS: texts("B", members) })),
});

/** The entities whose objects are operands of conditions. */
export const operandReaders = byEntity({
  ScanTableValueString: common.String,
  ScanTableValueLong: common.Long,
  ScanTableValueDecimal: common.Decimal,
  ScanTableValueBoolean: common.Boolean,
});

/** The reader of an object's entity, or of the nearest one that it specializes. */
export function readerOf(
  { shape }: EntityObject,
  readers: ReadonlyMap<string, ValueReader>,
): ValueReader | undefined {
  for (let each: EntityObject["shape"] | null = shape; each; each = each.generalization) {
    const reader = readers.get(each.name);
    if (reader) return reader;
  }
  return undefined;
}
