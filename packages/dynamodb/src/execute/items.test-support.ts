import type { ActivityContext } from "@rivulet/testkit";
import {
  Decimal,
  decimalFromText,
  decimalToText,
  EntityObject,
  integerFromText,
  readAttribute,
  type Value,
} from "@rivulet/values";
import type { AttributeJson, ItemJson } from "./codec/attribute-value.ts";
import { objectOf } from "./execute.test-support.ts";

const inModule = (name: string) => `AmazonDynamoDBConnector.${name}`;

/** What a microflow would create for a value: an entity, its attribute and members; written apart from the product. */
function valueObject(context: ActivityContext, Key: string | null, json: AttributeJson): EntityObject {
  const scalar = (entity: string, attribute: string, value: Value) =>
    objectOf(context, inModule(entity), { Key, [attribute]: value });
  const collection = (entity: string, members: readonly EntityObject[]) => {
    const object = objectOf(context, inModule(entity), { Key });
    for (const member of members) context.link(inModule("AbstractKey_KeyValueCollection"), member, object);
    return object;
  };
  const set = (entity: string, members: readonly AttributeJson[]) =>
    collection(
      entity,
      members.map((member) => valueObject(context, null, member)),
    );
  if ("S" in json) return scalar("KeyValueString", "StringValue", json.S);
  if ("N" in json) {
    const integer = integerFromText(json.N);
    return integer === undefined
      ? scalar("KeyValueDecimal", "DecimalValue", decimalFromText(json.N) ?? null)
      : scalar("KeyValueLong", "LongValue", integer);
  }
  if ("BOOL" in json) return scalar("KeyValueBoolean", "BooleanValue", json.BOOL ? "_TRUE" : "_FALSE");
  if ("B" in json)
    return scalar("KeyValueBinary", "BinaryValue", new Uint8Array(Buffer.from(json.B, "base64")));
  if ("NULL" in json) return objectOf(context, inModule("KeyValueNull"), { Key });
  if ("L" in json) return set("KeyValueList", json.L);
  if ("SS" in json)
    return set(
      "KeyValueStringSet",
      json.SS.map((S) => ({ S })),
    );
  if ("NS" in json)
    return set(
      "KeyValueNumberSet",
      json.NS.map((N) => ({ N })),
    );
  if ("BS" in json)
    return set(
      "KeyValueBinarySet",
      json.BS.map((B) => ({ B })),
    );
  const members = Object.entries(json.M).map(([name, value]) => valueObject(context, name, value));
  return collection("KeyValueMap", members);
}

/** An item of an entity with these values. */
export function makeItem(context: ActivityContext, entity: string, json: ItemJson): EntityObject {
  const item = objectOf(context, inModule(entity));
  for (const [name, value] of Object.entries(json)) {
    context.link(inModule("AbstractKey_AbstractItem"), valueObject(context, name, value), item);
  }
  return item;
}

/** A value as a test reads it: its entity and what is in it. */
export type ReadBack = readonly [entity: string, content: unknown];

function contentOf(context: ActivityContext, object: EntityObject): unknown {
  const attribute = object.shape.attributes.map(({ name }) => name).find((name) => name !== "Key");
  if (attribute !== undefined) {
    const value = readAttribute(object, attribute);
    if (value instanceof Decimal) return decimalToText(value);
    return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
  }
  return context
    .linked(inModule("AbstractKey_KeyValueCollection"), object, "target")
    .map((member) => [readAttribute(member, "Key"), ...readValue(context, member)]);
}

function readValue(context: ActivityContext, object: EntityObject): ReadBack {
  return [object.shape.name.replace("AmazonDynamoDBConnector.KeyValue", ""), contentOf(context, object)];
}

/** The values of an item by name, as a microflow finds them. */
export function readItemBack(
  context: ActivityContext,
  item: EntityObject,
): Readonly<Record<string, ReadBack>> {
  const values = context.linked(inModule("AbstractKey_AbstractItem"), item);
  return Object.fromEntries(values.map((value) => [readAttribute(value, "Key"), readValue(context, value)]));
}

/** The objects linked to another one over an association of the module. */
export function linkedTo(context: ActivityContext, association: string, object: EntityObject) {
  return context.linked(inModule(association), object);
}

/** A request with attributes. */
export function requestOf(
  context: ActivityContext,
  entity: string,
  attributes: Readonly<Record<string, Value>>,
): EntityObject {
  return objectOf(context, inModule(entity), attributes);
}

/** Executes an operation in Frankfurt, with keys of the environment. */
export async function execute(
  context: ActivityContext,
  operation: string,
  request: EntityObject,
): Promise<EntityObject> {
  const [, entity = ""] = request.shape.name.split(".");
  const response = await context.execute(inModule(operation), {
    [entity]: request,
    Region: "eu_central_1",
    Credentials: await context.execute("AWSAuthentication.GetStaticCredentials"),
  });
  if (response instanceof EntityObject) return response;
  throw new Error(`${operation} gave no object.`);
}

/** The stand-ins of a request: names as `#n`, values as `:v`. */
export interface StandIns {
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: ItemJson;
}

/** Links stand-ins to a request. */
export function linkStandIns(
  context: ActivityContext,
  request: EntityObject,
  { names = {}, values }: StandIns,
): void {
  const [, entity = ""] = request.shape.name.split(".");
  for (const [Placeholder, Key] of Object.entries(names)) {
    const name = requestOf(context, "ExpressionAttributeName", { Key, Placeholder });
    context.link(inModule(`ExpressionAttributeName_${entity}`), name, request);
  }
  if (values === undefined) return;
  const item = makeItem(context, "ExpressionAttributeValues", values);
  context.link(inModule(`ExpressionAttributeValues_${entity}`), item, request);
}
