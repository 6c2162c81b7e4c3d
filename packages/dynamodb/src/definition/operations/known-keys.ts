import type { KeyedObjects, KnownKeyPart, KnownTable, NamingAttribute } from "@rivulet/activities";

const inModule = <Name extends string>(name: Name) => `AmazonDynamoDBConnector.${name}` as const;

/** The entities of values that can be in a key, by DynamoDB's type of the key. */
const entitiesOfType = {
  S: [inModule("KeyValueString")],
  N: [inModule("KeyValueLong"), inModule("KeyValueDecimal")],
  B: [inModule("KeyValueBinary")],
} as const;

const isKeyType = (type: string): type is keyof typeof entitiesOfType => Object.hasOwn(entitiesOfType, type);

const part = (role: string, name: string, type: keyof typeof entitiesOfType): KnownKeyPart => ({
  name,
  role,
  entities: entitiesOfType[type],
});

/** A key as DynamoDB describes it, the partition key first. */
type DescribedKey = readonly { readonly name: string; readonly type: string }[];

const knownKey = (key: DescribedKey): KnownKeyPart[] =>
  key.flatMap(({ name, type }, position) =>
    isKeyType(type) ? [part(position === 0 ? "partition key" : "sort key", name, type)] : [],
  );

/**
 * A table in the terms of the connector; one without a description is not there.
 *
 * @example knownTable("Orders", { key: [{ name: "CustomerId", type: "S" }], indexes: [] })
 */
export function knownTable(
  name: string,
  described: {
    readonly key: DescribedKey;
    readonly indexes: readonly { readonly name: string; readonly key: DescribedKey }[];
  } | null,
): KnownTable {
  if (described === null) return { name, key: null, indexes: [] };
  const indexes = described.indexes.map((index) => ({ name: index.name, key: knownKey(index.key) }));
  return { name, key: knownKey(described.key), indexes };
}

/** Keys of the tables that the embedded DynamoDB has from its first use. */
export const sampleKeys: Readonly<Record<string, readonly KnownKeyPart[]>> = {
  Customers: [part("partition key", "CustomerId", "S")],
  Orders: [part("partition key", "CustomerId", "S"), part("sort key", "OrderDate", "S")],
  Products: [part("partition key", "ProductId", "N")],
};

/** An item, or a key, that an operation takes: what can be said about it before a run. */
function keyed(entity: string, form: KeyedObjects["form"]): KeyedObjects {
  return {
    entity: inModule(entity),
    form,
    holderAttribute: "TableName",
    regionField: "Region",
    parts: {
      association: inModule("AbstractKey_AbstractItem"),
      nameAttribute: "Key",
      entities: Object.values(entitiesOfType).flat(),
      most: 2,
    },
    known: { place: "the embedded DynamoDB", keys: sampleKeys },
  };
}

/** Entities whose objects are the key of an item. */
const keys = ["GetItem", "UpdateItem", "DeleteItem", "BatchGetRequestedItem", "ItemToDelete"];
/** Entities whose objects are whole items. */
const items = ["PutItem", "ItemToAdd"];

/** The objects with keys that the operations take. */
export const keyedObjects: readonly KeyedObjects[] = [
  ...keys.map((entity) => keyed(entity, "key")),
  ...items.map((entity) => keyed(entity, "item")),
];

/** Entities of which an object names one table. */
const tableHolders = [
  "DescribeTableRequest",
  "GetItemRequest",
  "PutItemRequest",
  "UpdateItemRequest",
  "DeleteItemRequest",
  "QueryRequest",
  "ScanRequest",
  "RequestTable",
  "TableWithItemsToAdd",
  "TableWithItemsToDelete",
];
const indexHolders = ["QueryRequest", "ScanRequest"];

/** The attributes that name tables, their indexes and the parts of keys. */
export const namingAttributes: readonly NamingAttribute[] = [
  ...tableHolders.map(
    (entity) => ({ entity: inModule(entity), attribute: "TableName", names: "table" }) as const,
  ),
  ...indexHolders.map(
    (entity) => ({ entity: inModule(entity), attribute: "IndexName", names: "index" }) as const,
  ),
  { entity: inModule("QueryRequest"), attribute: "KeyConditionExpression", names: "keyCondition" },
  { entity: inModule("AbstractKey"), attribute: "Key", names: "keyPart" },
];
