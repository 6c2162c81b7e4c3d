import type { JsonObject } from "@rivulet/runtime";
import type { ItemJson } from "../codec/attribute-value.ts";

/** An item, or the key of one, in the input of a call. */
export interface SentItem {
  readonly table: string;
  /** A key has nothing but the parts of the key. */
  readonly form: "item" | "key";
  readonly json: ItemJson;
}

interface Entry {
  readonly PutRequest?: { readonly Item: ItemJson };
  readonly DeleteRequest?: { readonly Key: ItemJson };
}

/** The inputs of the operations on items, all forms at once. */
interface ItemInput {
  readonly TableName?: string;
  readonly Item?: ItemJson;
  readonly Key?: ItemJson;
  readonly RequestItems?: Readonly<
    Record<string, readonly Entry[] | { readonly Keys?: readonly ItemJson[] }>
  >;
}

const isEntries = (value: object): value is readonly Entry[] => Array.isArray(value);

function sentInBatch({ RequestItems = {} }: ItemInput): SentItem[] {
  return Object.entries(RequestItems).flatMap(([table, asked]) => {
    if (!isEntries(asked)) return (asked.Keys ?? []).map((json) => ({ table, form: "key" as const, json }));
    return asked.flatMap(({ PutRequest, DeleteRequest }): SentItem[] => [
      ...(PutRequest ? [{ table, form: "item", json: PutRequest.Item } as const] : []),
      ...(DeleteRequest ? [{ table, form: "key", json: DeleteRequest.Key } as const] : []),
    ]);
  });
}

/** The items and keys in the input of an operation, in their order; none where it is not about single items. */
export function sentItems(input: JsonObject): SentItem[] {
  const asked: ItemInput = input;
  const { TableName: table = "", Item, Key } = asked;
  if (Item) return [{ table, form: "item", json: Item }];
  if (Key) return [{ table, form: "key", json: Key }];
  return sentInBatch(asked);
}
