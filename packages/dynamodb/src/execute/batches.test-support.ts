import type { ActivityContext } from "@rivulet/testkit";
import { type EntityObject, readAttribute, type Value } from "@rivulet/values";
import type { ItemJson } from "./codec/attribute-value.ts";
import { linkedTo, makeItem, readItemBack, requestOf } from "./items.test-support.ts";

/** Items by the name of their table. */
export type ByTable = Readonly<Record<string, readonly ItemJson[]>>;

function linkTables(
  context: ActivityContext,
  request: EntityObject,
  {
    table: entity,
    item,
    tables,
  }: { readonly table: string; readonly item: string; readonly tables: ByTable },
): void {
  const [, requestEntity = ""] = request.shape.name.split(".");
  for (const [TableName, items] of Object.entries(tables)) {
    const table = requestOf(context, entity, { TableName });
    context.link(`AmazonDynamoDBConnector.${entity}_${requestEntity}`, table, request);
    for (const json of items) {
      context.link(`AmazonDynamoDBConnector.${item}_${entity}`, makeItem(context, item, json), table);
    }
  }
}

/** A BatchWriteItemRequest. */
export function writeRequest(
  context: ActivityContext,
  { add = {}, remove = {} }: { readonly add?: ByTable; readonly remove?: ByTable },
  attributes: Readonly<Record<string, Value>> = {},
): EntityObject {
  const request = requestOf(context, "BatchWriteItemRequest", attributes);
  linkTables(context, request, { table: "TableWithItemsToAdd", item: "ItemToAdd", tables: add });
  linkTables(context, request, { table: "TableWithItemsToDelete", item: "ItemToDelete", tables: remove });
  return request;
}

/** A BatchGetItemRequest. */
export function getRequest(
  context: ActivityContext,
  keys: ByTable,
  attributes: Readonly<Record<string, Value>> = {},
): EntityObject {
  const request = requestOf(context, "BatchGetItemRequest", attributes);
  linkTables(context, request, { table: "RequestTable", item: "BatchGetRequestedItem", tables: keys });
  return request;
}

/** The items linked to the tables that are linked to an object, by the name of their table. */
export function itemsByTable(
  context: ActivityContext,
  object: EntityObject,
  { tables, items }: { readonly tables: string; readonly items: string },
): Readonly<Record<string, readonly ReturnType<typeof readItemBack>[]>> {
  return Object.fromEntries(
    linkedTo(context, tables, object).map((table) => [
      String(readAttribute(table, "TableName")),
      linkedTo(context, items, table).map((item) => readItemBack(context, item)),
    ]),
  );
}

/** So many customers, numbered. */
export function customers(count: number): ItemJson[] {
  return Array.from({ length: count }, (_, number) => ({
    CustomerId: { S: `B-${String(number).padStart(3, "0")}` },
    Visits: { N: String(number) },
  }));
}
