import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, readAttribute, unreachable, type Value } from "@rivulet/values";
import { type AttributeJson, AttributeValueError, type ItemJson } from "../codec/attribute-value.ts";
import { putAttribute } from "../codec/encode-value.ts";
import { inModule } from "../module-name.ts";
import { missingAttribute, unsendable } from "./refusals.ts";
import {
  type CollectionReader,
  itemValueReaders,
  type Member,
  operandReaders,
  readerOf,
  type ScalarReader,
} from "./value-readers.ts";

/** As deep as DynamoDB lets lists and maps stand in each other. */
const maximumDepth = 32;

const valuesOfItem = inModule("AbstractKey_AbstractItem");
const membersOfCollection = inModule("AbstractKey_KeyValueCollection");

/** Where a value is being read, for messages. */
export interface ReadingPlace {
  /** Name of the activity. */
  readonly activity: string;
  readonly context: ExecutionContext;
}

function readScalar(
  { attribute, write }: ScalarReader,
  object: EntityObject,
  activity: string,
): AttributeJson {
  const value = readAttribute(object, attribute);
  if (value === null) throw missingAttribute(object, attribute, activity);
  try {
    return write(value);
  } catch (error) {
    if (!(error instanceof AttributeValueError)) throw error;
    throw unsendable("number-not-taken", object, { activity, message: error.message });
  }
}

function duplicate(object: EntityObject, key: Value, activity: string) {
  const message = `has two values named ${JSON.stringify(key)}; one of them would be lost`;
  return unsendable("duplicate-attribute", object, { activity, message });
}

function requireNames(object: EntityObject, members: readonly Member[], activity: string): void {
  const names = new Set<Value>();
  for (const { key } of members) {
    if (key === null) throw missingAttribute(object, "Key of a member", activity);
    if (names.has(key)) throw duplicate(object, key, activity);
    names.add(key);
  }
}

function requireSet(
  object: EntityObject,
  { type, members }: { readonly type: "S" | "N" | "B"; readonly members: readonly Member[] },
  activity: string,
): void {
  if (members.length === 0) {
    const message = "has no members, and DynamoDB takes no empty set. Leave it out, or use a KeyValueList";
    throw unsendable("empty-set", object, { activity, message });
  }
  if (members.every(({ json }) => type in json)) return;
  const message = "has members of another type than its own";
  throw unsendable("wrong-object", object, { activity, message });
}

function readCollection(
  reader: CollectionReader,
  object: EntityObject,
  { place, depth }: { readonly place: ReadingPlace; readonly depth: number },
): AttributeJson {
  const { activity, context } = place;
  if (depth >= maximumDepth) {
    const message = `stands in more than ${maximumDepth} lists and maps; DynamoDB takes no more`;
    throw unsendable("nested-too-deep", object, { activity, message });
  }
  const members = context.linked(membersOfCollection, object, "target").map((member) => ({
    key: readAttribute(member, "Key"),
    json: readValue(member, place, depth + 1),
  }));
  if (reader.members === "named") requireNames(object, members, activity);
  else if (reader.members !== "any") requireSet(object, { type: reader.members, members }, activity);
  return reader.write(members);
}

/** `depth`: in how many lists and maps the value stands. */
function readValue(object: EntityObject, place: ReadingPlace, depth: number): AttributeJson {
  const reader = readerOf(object, itemValueReaders);
  if (!reader) {
    const message = "is linked as a value, but is none. Only KeyValue objects can be values of items";
    throw unsendable("wrong-object", object, { activity: place.activity, message });
  }
  switch (reader.kind) {
    case "scalar":
      return readScalar(reader, object, place.activity);
    case "collection":
      return readCollection(reader, object, { place, depth });
    case "null":
      return { NULL: true };
    default:
      return unreachable(reader);
  }
}

/**
 * The values of an item, or of a key, as DynamoDB writes them, in the order in which they were linked.
 *
 * @throws {FlowError} `missing-attribute`, `wrong-object`, `duplicate-attribute`, `empty-set`, `nested-too-deep`,
 * `number-not-taken`
 */
export function readItem(item: EntityObject, place: ReadingPlace): ItemJson {
  const json: Record<string, AttributeJson> = {};
  for (const value of place.context.linked(valuesOfItem, item)) {
    const key = readAttribute(value, "Key");
    if (typeof key !== "string" || key === "") throw missingAttribute(value, "Key", place.activity);
    if (Object.hasOwn(json, key)) throw duplicate(item, key, place.activity);
    putAttribute(json, key, readValue(value, place, 0));
  }
  return json;
}

/** An operand of a Condition as DynamoDB writes it. */
export function readOperand(operand: EntityObject, { activity }: ReadingPlace): AttributeJson {
  const reader = readerOf(operand, operandReaders);
  if (reader?.kind === "scalar") return readScalar(reader, operand, activity);
  const message = "is linked as an operand, but is none. Only ScanTableValue objects can be operands";
  throw unsendable("wrong-object", operand, { activity, message });
}
