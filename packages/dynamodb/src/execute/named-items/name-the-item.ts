import { FlowError, type JsonObject, type JsonValue } from "@rivulet/runtime";
import { keyText } from "../batches/entry-key.ts";
import { itemFault } from "./item-fault.ts";
import { itemInWords } from "./item-in-words.ts";
import { type SentItem, sentItems } from "./sent-items.ts";
import { type AskingCall, type TableKeys, tableKeys } from "./table-keys.ts";

/** Errors that have nothing to do with which items were sent. */
const notAboutItems: ReadonlySet<string> = new Set([
  "aws-endpoint-refused",
  "aws-unknown-host",
  "aws-expired-token",
  "aws-credentials-refused",
  "aws-access-denied",
  "aws-not-found",
  "aws-unsupported",
]);

type KeysByTable = ReadonlyMap<string, TableKeys | undefined>;

/** An item that is meant, and why if that is known. */
interface Meant {
  readonly item: SentItem;
  readonly fault?: string | undefined;
}

const keyNames = (keys: TableKeys | undefined) => keys?.key.map(({ name }) => name);

async function keysOf(items: readonly SentItem[], asking: AskingCall): Promise<KeysByTable> {
  const keys = new Map<string, TableKeys | undefined>();
  for (const { table } of items) if (!keys.has(table)) keys.set(table, await tableKeys(table, asking));
  return keys;
}

function meantTwice(items: readonly SentItem[], keys: KeysByTable): Meant | undefined {
  const seen = new Set<string>();
  for (const item of items) {
    const names = item.form === "key" ? Object.keys(item.json) : keyNames(keys.get(item.table));
    if (!names) continue;
    const text = `${item.table} ${keyText(item.json, names)}`;
    if (seen.has(text)) return { item, fault: "is in the batch more than once" };
    seen.add(text);
  }
  return undefined;
}

/** The item for which DynamoDB refused the call, as far as it can be found out. */
function refusedItem(items: readonly SentItem[], keys: KeysByTable): Meant | undefined {
  for (const item of items) {
    const fault = itemFault(item, keys.get(item.table));
    if (fault !== undefined) return { item, fault };
  }
  return meantTwice(items, keys);
}

function sentence(items: readonly SentItem[], meant: Meant | undefined, keys: KeysByTable): string {
  const named = ({ table, json }: SentItem) => itemInWords(json, keyNames(keys.get(table)));
  if (meant) {
    const { item, fault } = meant;
    const what = `the item with ${named(item)} of ${item.table}`;
    return fault === undefined ? `It is about ${what}.` : `T${what.slice(1)} ${fault}.`;
  }
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return "";
  return `It is about a call with ${items.length} items, from ${named(first)} of ${first.table} to ${named(last)} of ${last.table}.`;
}

/** What a program can read of it: the table and, where one item is meant and its key is known, the key. */
function factsOf(meant: Meant | undefined, items: readonly SentItem[], keys: KeysByTable): JsonObject {
  const tables = [...new Set(items.map(({ table }) => table))];
  if (!meant) return { tables };
  const { table, form, json } = meant.item;
  const names = form === "key" ? Object.keys(json) : keyNames(keys.get(table));
  if (!names) return { tables: [table] };
  const key = Object.fromEntries(names.flatMap((name) => (json[name] ? [[name, json[name]]] : [])));
  return { tables: [table], key };
}

const isObject = (json: JsonValue): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

function withItem(error: FlowError, text: string, facts: JsonObject): FlowError {
  const { code, message, isRetryable, details, place, cause } = error;
  return new FlowError({
    code,
    message: `${message} ${text}`,
    isRetryable,
    place,
    cause,
    details: { ...(isObject(details) ? details : {}), ...facts },
  });
}

/**
 * The error of a call that sent items, with the item that it is about. DynamoDB does not say which item of a batch it
 * did not take; so the keys of the tables are looked up, and each item is compared with them. That is done for a
 * refusal only: while AWS throttles or does not answer, nothing further is asked.
 */
export async function nameTheItem(error: unknown, input: JsonObject, asking: AskingCall): Promise<unknown> {
  if (!(error instanceof FlowError) || !error.code.startsWith("aws-")) return error;
  const items = sentItems(input);
  const [first] = items;
  if (!first || notAboutItems.has(error.code)) return error;
  const isRefused = error.code === "aws-validation";
  const keys: KeysByTable = isRefused ? await keysOf(items, asking) : new Map();
  const only = items.length === 1 ? { item: first } : undefined;
  const meant = (isRefused ? refusedItem(items, keys) : undefined) ?? only;
  return withItem(error, sentence(items, meant, keys), factsOf(meant, items, keys));
}
