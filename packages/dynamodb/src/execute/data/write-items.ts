import type { ConnectionCalls } from "@rivulet/aws/execute";
import { FlowError } from "@rivulet/runtime";
import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";
import { changedNames, isAsSeen, mostCompared, StandIns } from "./item-condition.ts";

/** How a write ended that was only to be done if nobody else had been there. */
export type Written =
  | { readonly kind: "written"; readonly item: ItemJson | null }
  /** Nothing was written: the item as it is now, `null` where there is none. */
  | { readonly kind: "changed"; readonly present: ItemJson | null };

/** A table with the names of its key. */
export interface KeyedTable {
  readonly table: string;
  /** The partition key, then the sort key where there is one. */
  readonly key: readonly string[];
}

function keyOf(item: ItemJson, { key }: KeyedTable): ItemJson {
  const parts = key.map((name) => [name, item[name]] as const);
  const missing = parts.filter(([, value]) => value === undefined).map(([name]) => name);
  if (missing.length === 0) return Object.fromEntries(parts) as Record<string, AttributeJson>;
  throw new FlowError({
    code: "missing-key",
    message: `The item has no ${missing.join(" and no ")}, which is the key of its table. Give it one.`,
  });
}

/** Does a write; one whose condition does not hold is answered with what is there. */
async function unlessChanged(
  calls: ConnectionCalls,
  { table, item }: { readonly table: KeyedTable; readonly item: ItemJson },
  write: () => Promise<Written>,
): Promise<Written> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof FlowError) || error.code !== "aws-condition-failed") throw error;
    const present = await readItem(calls, table, item);
    return { kind: "changed", present };
  }
}

/** One item as it is at this moment; `null` where there is none. The other attributes beside the key are passed over. */
export async function readItem(
  calls: ConnectionCalls,
  table: KeyedTable,
  item: ItemJson,
): Promise<ItemJson | null> {
  const answer = (await calls.dynamodb("GetItem", {
    TableName: table.table,
    Key: keyOf(item, table),
    ConsistentRead: true,
  })) as { readonly Item?: ItemJson };
  return answer.Item ?? null;
}

/** Puts an item where there is none with its key. */
export function addItem(calls: ConnectionCalls, table: KeyedTable, item: ItemJson): Promise<Written> {
  return unlessChanged(calls, { table, item }, async () => {
    const [partition = ""] = Object.keys(keyOf(item, table));
    await calls.dynamodb("PutItem", {
      TableName: table.table,
      Item: item,
      ConditionExpression: "attribute_not_exists(#key)",
      ExpressionAttributeNames: { "#key": partition },
    });
    return { kind: "written", item };
  });
}

function updateExpression(changed: readonly string[], after: ItemJson, standIns: StandIns): string {
  const set: string[] = [];
  const remove: string[] = [];
  for (const name of changed) {
    const value = after[name];
    if (value) set.push(`${standIns.name(name)} = ${standIns.value(value)}`);
    else remove.push(standIns.name(name));
  }
  return [
    ...(set.length > 0 ? [`SET ${set.join(", ")}`] : []),
    ...(remove.length > 0 ? [`REMOVE ${remove.join(", ")}`] : []),
  ].join(" ");
}

function refuseChange(changed: readonly string[], { key }: KeyedTable): void {
  const inKey = changed.find((name) => key.includes(name));
  if (inKey !== undefined)
    throw new FlowError({
      code: "key-changed",
      message: `${inKey} is part of the key, which an item keeps for good. Duplicate the item with another key, then delete this one.`,
    });
  if (changed.length > mostCompared)
    throw new FlowError({
      code: "too-many-changes",
      message: `${changed.length} attributes are changed at once; ${mostCompared} fit into one request. Save the change in parts.`,
    });
}

/**
 * Writes what was changed of an item, and nothing else, if the item is still as it was seen. An attribute that somebody
 * added meanwhile stays.
 */
export async function changeItem(
  calls: ConnectionCalls,
  table: KeyedTable,
  { seen, wanted }: { readonly seen: ItemJson; readonly wanted: ItemJson },
): Promise<Written> {
  const changed = changedNames(seen, wanted);
  refuseChange(changed, table);
  if (changed.length === 0) return { kind: "written", item: wanted };
  const standIns = new StandIns();
  const condition = isAsSeen(seen, [...table.key, ...changed], standIns);
  const update = updateExpression(changed, wanted, standIns);
  return unlessChanged(calls, { table, item: seen }, async () => {
    const answer = (await calls.dynamodb("UpdateItem", {
      TableName: table.table,
      Key: keyOf(seen, table),
      ConditionExpression: condition,
      UpdateExpression: update,
      ReturnValues: "ALL_NEW",
      ...standIns.input(),
    })) as { readonly Attributes?: ItemJson };
    return { kind: "written", item: answer.Attributes ?? wanted };
  });
}

/** Deletes an item if it is still as it was seen. */
export function deleteItem(calls: ConnectionCalls, table: KeyedTable, seen: ItemJson): Promise<Written> {
  const standIns = new StandIns();
  const condition = isAsSeen(seen, table.key, standIns);
  return unlessChanged(calls, { table, item: seen }, async () => {
    await calls.dynamodb("DeleteItem", {
      TableName: table.table,
      Key: keyOf(seen, table),
      ConditionExpression: condition,
      ...standIns.input(),
    });
    return { kind: "written", item: null };
  });
}
