import type { JsonObject } from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";
import { batchGetItem } from "../../../definition/index.ts";
import { duplicateKey, keyText } from "../../batches/entry-key.ts";
import { sendInRounds } from "../../batches/send-in-rounds.ts";
import type { ItemJson } from "../../codec/attribute-value.ts";
import { linkAll, newObject } from "../../items/new-object.ts";
import { type ReadingPlace, readItem } from "../../items/read-item.ts";
import { itemOf } from "../../items/write-item.ts";
import { inModule } from "../../module-name.ts";
import { itemInWords } from "../../named-items/item-in-words.ts";
import { operationInSteps, type PreparedOperation } from "../../operation.ts";
import { type CapacityJson, writeCapacity } from "../../requests/consumed-capacity.ts";
import { consistentRead, sentAttributes } from "../../requests/sent-attributes.ts";
import { standIns } from "../../requests/stand-ins.ts";

/** As many keys as DynamoDB takes in a call. */
const mostKeys = 100;

/** A key that is wanted, with the table and how it is asked. */
interface WantedKey {
  readonly table: string;
  readonly key: ItemJson;
  /** What is asked of the table besides keys: two kinds of asking need two calls. */
  readonly options: JsonObject;
}

interface KeysAndOptions {
  readonly Keys?: readonly ItemJson[];
}

interface BatchGetItemOutput {
  readonly Responses?: Readonly<Record<string, readonly ItemJson[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, KeysAndOptions>>;
  readonly ConsumedCapacity?: readonly CapacityJson[];
}

function optionsOf(requestTable: EntityObject, request: EntityObject, place: ReadingPlace): JsonObject {
  const sent = sentAttributes(requestTable, ["ProjectionExpression"]);
  return { ...sent, ...consistentRead(request), ...standIns(requestTable, sent, place) };
}

function wantedKeys(request: EntityObject, place: ReadingPlace): WantedKey[] {
  const { context, activity } = place;
  const seen = new Set<string>();
  return context.linked(inModule("RequestTable_BatchGetItemRequest"), request).flatMap((requestTable) => {
    const table = String(readAttribute(requestTable, "TableName"));
    const options = optionsOf(requestTable, request, place);
    const items = context.linked(inModule("BatchGetRequestedItem_RequestTable"), requestTable);
    return items.map((item) => {
      const key = readItem(item, place);
      const text = `${table} ${keyText(key)}`;
      if (seen.has(text)) throw duplicateKey(key, { table, activity });
      seen.add(text);
      return { table, key, options };
    });
  });
}

/** Up to 100 keys a call; in one call a table is asked in one way. */
function split(keys: readonly WantedKey[]): WantedKey[][] {
  const calls: { readonly keys: WantedKey[]; readonly options: Map<string, string> }[] = [];
  for (const key of keys) {
    const options = JSON.stringify(key.options);
    let call = calls.find(
      ({ keys: taken, options: asked }) =>
        taken.length < mostKeys && (asked.get(key.table) ?? options) === options,
    );
    if (!call) calls.push((call = { keys: [], options: new Map() }));
    call.keys.push(key);
    call.options.set(key.table, options);
  }
  return calls.map(({ keys: taken }) => taken);
}

function requestItems(keys: readonly WantedKey[]): JsonObject {
  const tables: Record<string, { Keys: ItemJson[] }> = {};
  for (const { table, key, options } of keys) (tables[table] ??= { Keys: [], ...options }).Keys.push(key);
  return tables;
}

function unprocessedOf(
  { UnprocessedKeys = {} }: BatchGetItemOutput,
  sent: readonly WantedKey[],
): WantedKey[] {
  return Object.entries(UnprocessedKeys).flatMap(([table, { Keys = [] }]) => {
    const { options = {} } = sent.find((each) => each.table === table) ?? {};
    return Keys.map((key) => ({ table, key, options }));
  });
}

function responseOf(
  outputs: readonly BatchGetItemOutput[],
  left: readonly WantedKey[],
  { place: { context } }: PreparedOperation,
): EntityObject {
  const response = newObject(context, "BatchGetItemResponse", []);
  const found = new Map<string, EntityObject[]>();
  for (const { Responses = {} } of outputs) {
    for (const [table, items] of Object.entries(Responses)) {
      const objects = items.map((item) => itemOf("BatchGetResponseItem", item, context));
      found.set(table, [...(found.get(table) ?? []), ...objects]);
    }
  }
  const tables = Array.from(found, ([name, owners]) => {
    const table = newObject(context, "ResponseTable", [name]);
    linkAll(context, inModule("BatchGetResponseItem_ResponseTable"), { owners, target: table });
    return table;
  });
  linkAll(context, inModule("ResponseTable_BatchGetItemResponse"), { owners: tables, target: response });
  linkLeft(response, left, context);
  writeCapacity(
    response,
    outputs.flatMap(({ ConsumedCapacity = [] }) => ConsumedCapacity),
    context,
  );
  return response;
}

/** Hands out what was not processed in the form of a request. */
function linkLeft(
  response: EntityObject,
  left: readonly WantedKey[],
  context: ReadingPlace["context"],
): void {
  const tables = Map.groupBy(left, ({ table, options }) => JSON.stringify([table, options]));
  const owners = Array.from(tables.values(), (keys) => {
    const { table, options } = keys[0] as WantedKey;
    const projection = options["ProjectionExpression"];
    const object = newObject(context, "RequestTable", [
      table,
      typeof projection === "string" ? projection : null,
    ]);
    const items = keys.map(({ key }) => itemOf("BatchGetRequestedItem", key, context));
    linkAll(context, inModule("BatchGetRequestedItem_RequestTable"), { owners: items, target: object });
    return object;
  });
  linkAll(context, inModule("RequestTable_BatchGetItemResponse"), { owners, target: response });
}

/** Gets many items by their keys. */
export const executeBatchGetItem = operationInSteps(batchGetItem, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).BatchGetItemCommand,
  run: async (prepared) => {
    const { request, place, send } = prepared;
    const capacity = sentAttributes(request, ["ReturnConsumedCapacity"]);
    const call = async (keys: readonly WantedKey[]) => {
      const output = (await send({ RequestItems: requestItems(keys), ...capacity })) as BatchGetItemOutput;
      return { output, left: unprocessedOf(output, keys) };
    };
    const inWords = ({ table, key }: WantedKey) => `${itemInWords(key)} of ${table}`;
    const rounds = { split, call, inWords };
    const { outputs, left } = await sendInRounds(wantedKeys(request, place), rounds, prepared);
    return responseOf(outputs, left, prepared);
  },
});
