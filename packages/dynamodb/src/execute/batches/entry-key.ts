import { FlowError } from "@rivulet/runtime";
import type { ItemJson } from "../codec/attribute-value.ts";
import { itemInWords } from "../named-items/item-in-words.ts";

/** A key, or the key in an item, as text: equal keys have equal texts, in whatever order their parts stand. */
export function keyText(item: ItemJson, names: readonly string[] = Object.keys(item)): string {
  return JSON.stringify(names.toSorted().map((name) => [name, item[name] ?? null]));
}

/** Two entries of a batch are about one item. */
export function duplicateKey(
  key: ItemJson,
  { table, activity }: { readonly table: string; readonly activity: string },
): FlowError {
  return new FlowError({
    code: "duplicate-key",
    message: `The batch given to ${activity} names the item with ${itemInWords(key)} of ${table} more than once. DynamoDB takes each item once in a batch; take the others out.`,
    details: { activity, table, key },
  });
}
