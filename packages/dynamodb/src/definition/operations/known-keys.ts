import type { KeyedObjects, KnownKeyPart } from "@rivulet/activities";

const inModule = <Name extends string>(name: Name) => `AmazonDynamoDBConnector.${name}` as const;

/** The entities of values that can be in a key, by DynamoDB's type of the key. */
const entitiesOfType = {
  S: [inModule("KeyValueString")],
  N: [inModule("KeyValueLong"), inModule("KeyValueDecimal")],
  B: [inModule("KeyValueBinary")],
} as const;

const part = (role: string, name: string, type: keyof typeof entitiesOfType): KnownKeyPart => ({
  name,
  role,
  entities: entitiesOfType[type],
});

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
