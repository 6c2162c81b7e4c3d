import { FlowError, type JsonObject } from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";
import type { ItemJson } from "../../codec/attribute-value.ts";
import { type ReadingPlace, readItem } from "../../items/read-item.ts";
import { inModule } from "../../module-name.ts";

/** One item to put, or the key of one to delete. */
export interface WriteEntry {
  readonly table: string;
  readonly kind: "put" | "delete";
  readonly item: ItemJson;
}

/** As many entries as DynamoDB takes in a call. */
const mostEntries = 25;

const sides = [
  { kind: "put", table: "TableWithItemsToAdd", item: "ItemToAdd" },
  { kind: "delete", table: "TableWithItemsToDelete", item: "ItemToDelete" },
] as const;

/**
 * The entries of a request: first those to put, then those to delete, in the order in which they were linked.
 *
 * @throws {FlowError} `missing-object` when there are none, and what `readItem` throws
 */
export function writeEntries(request: EntityObject, place: ReadingPlace): WriteEntry[] {
  const { context, activity } = place;
  const entries = sides.flatMap(({ kind, table, item }) =>
    context.linked(inModule(`${table}_BatchWriteItemRequest`), request).flatMap((each) => {
      const name = String(readAttribute(each, "TableName"));
      const items = context.linked(inModule(`${item}_${table}`), each);
      return items.map((one): WriteEntry => ({ table: name, kind, item: readItem(one, place) }));
    }),
  );
  if (entries.length > 0) return entries;
  throw new FlowError({
    code: "missing-object",
    message: `The BatchWriteItemRequest given to ${activity} has nothing to put and nothing to delete. Link a TableWithItemsToAdd or a TableWithItemsToDelete to it.`,
    details: { activity, entity: request.shape.name },
  });
}

/** Up to 25 entries a call. */
export function splitEntries(entries: readonly WriteEntry[]): WriteEntry[][] {
  const calls: WriteEntry[][] = [];
  for (let at = 0; at < entries.length; at += mostEntries) calls.push(entries.slice(at, at + mostEntries));
  return calls;
}

/** Entries as DynamoDB takes them. */
export function requestItems(entries: readonly WriteEntry[]): JsonObject {
  const tables: Record<string, JsonObject[]> = {};
  for (const { table, kind, item } of entries) {
    (tables[table] ??= []).push(
      kind === "put" ? { PutRequest: { Item: item } } : { DeleteRequest: { Key: item } },
    );
  }
  return tables;
}

/** What DynamoDB says that it did not process. */
export type UnprocessedItems = Readonly<
  Record<
    string,
    readonly {
      readonly PutRequest?: { readonly Item: ItemJson };
      readonly DeleteRequest?: { readonly Key: ItemJson };
    }[]
  >
>;

/** Entries as DynamoDB gives them back. */
export function entriesOf(items: UnprocessedItems): WriteEntry[] {
  return Object.entries(items).flatMap(([table, requests]) =>
    requests.flatMap(({ PutRequest, DeleteRequest }): WriteEntry[] => [
      ...(PutRequest ? [{ table, kind: "put", item: PutRequest.Item } as const] : []),
      ...(DeleteRequest ? [{ table, kind: "delete", item: DeleteRequest.Key } as const] : []),
    ]),
  );
}
