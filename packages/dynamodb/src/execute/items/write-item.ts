import type { ExecutionContext } from "@rivulet/runtime";
import { Decimal, type EntityObject, type Value } from "@rivulet/values";
import type { AttributeJson, AttributeSet, AttributeValue, ItemJson } from "../codec/attribute-value.ts";
import { decodeValue } from "../codec/decode-value.ts";
import { inModule } from "../module-name.ts";
import { linkAllWhenLookedAt, newObject } from "./new-object.ts";

const valuesOfItem = inModule("AbstractKey_AbstractItem");
const membersOfCollection = inModule("AbstractKey_KeyValueCollection");

const setEntities = {
  SS: "KeyValueStringSet",
  NS: "KeyValueNumberSet",
  BS: "KeyValueBinarySet",
} as const satisfies Record<AttributeSet["type"], string>;

type Named = Exclude<AttributeValue, string | number | bigint | boolean | null>;

function collection(
  entity: string,
  key: string | null,
  { make, context }: { readonly make: () => EntityObject[]; readonly context: ExecutionContext },
): EntityObject {
  const object = newObject(context, entity, [key]);
  linkAllWhenLookedAt(context, membersOfCollection, { make, target: object });
  return object;
}

function objectOfCollection(key: string | null, value: Named, context: ExecutionContext): EntityObject {
  const of = (entity: string, make: () => EntityObject[]) => collection(entity, key, { make, context });
  if (value instanceof Map) {
    return of("KeyValueMap", () =>
      Array.from(value, ([name, member]) => valueObject(name, member as AttributeValue, context)),
    );
  }
  const unnamed = (members: readonly AttributeValue[]) => () =>
    members.map((member) => valueObject(null, member, context));
  if (Array.isArray(value)) return of("KeyValueList", unnamed(value));
  const { type, members } = value as AttributeSet;
  return of(setEntities[type], unnamed(members));
}

/** The object of a value: the entity says its type. Members of lists and sets have no name. */
function valueObject(key: string | null, value: AttributeValue, context: ExecutionContext): EntityObject {
  const scalar = (entity: string, content: Value) => newObject(context, entity, [key, content]);
  switch (typeof value) {
    case "string":
      return scalar("KeyValueString", value);
    case "number":
    case "bigint":
      return scalar("KeyValueLong", value);
    case "boolean":
      return scalar("KeyValueBoolean", value ? "_TRUE" : "_FALSE");
    default:
  }
  if (value === null) return newObject(context, "KeyValueNull", [key]);
  if (value instanceof Decimal) return scalar("KeyValueDecimal", value);
  if (value instanceof Uint8Array) return scalar("KeyValueBinary", value);
  return objectOfCollection(key, value, context);
}

/** Links to an item an object for each of its values, in the order of the answer. */
function writeItem(item: EntityObject, json: ItemJson, context: ExecutionContext): void {
  const make = () => {
    const values: EntityObject[] = [];
    for (const name of Object.keys(json)) {
      values.push(valueObject(name, decodeValue(json[name] as AttributeJson), context));
    }
    return values;
  };
  linkAllWhenLookedAt(context, valuesOfItem, { make, target: item });
}

/** A new item of an entity with the values of an answer. */
export function itemOf(entity: string, json: ItemJson, context: ExecutionContext): EntityObject {
  const item = newObject(context, entity, []);
  writeItem(item, json, context);
  return item;
}
