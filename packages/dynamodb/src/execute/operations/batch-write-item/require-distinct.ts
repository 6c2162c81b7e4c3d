import { FlowError } from "@rivulet/runtime";
import { duplicateKey, keyText } from "../../batches/entry-key.ts";
import { inModule } from "../../module-name.ts";
import type { PreparedOperation } from "../../operation.ts";
import type { WriteEntry } from "./entries.ts";

interface KeySchema {
  readonly Table?: { readonly KeySchema?: readonly { readonly AttributeName?: string }[] };
}

/** The names of a table's key; `undefined` when the table cannot be asked, for want of rights for example. */
async function keyNames(
  table: string,
  { place: { context }, call }: PreparedOperation,
): Promise<readonly string[] | undefined> {
  try {
    const answer = await context.effect(inModule("DescribeTable"), { ...call, input: { TableName: table } });
    return (answer as KeySchema).Table?.KeySchema?.flatMap(({ AttributeName = [] }) => AttributeName);
  } catch (error) {
    if (error instanceof FlowError && !context.signal.aborted) return undefined;
    throw error;
  }
}

/**
 * Sees to it that no two entries are about one item. DynamoDB does so within a call; with several calls under way at
 * once, which of two writes is the last would be left to chance.
 *
 * @returns whether that could be found out for all tables
 * @throws {FlowError} `duplicate-key`
 */
export async function requireDistinct(
  entries: readonly WriteEntry[],
  prepared: PreparedOperation,
): Promise<boolean> {
  const seen = new Set<string>();
  const names = new Map<string, readonly string[] | undefined>();
  for (const { table } of entries) {
    if (!names.has(table)) names.set(table, await keyNames(table, prepared));
  }
  for (const { table, item } of entries) {
    const key = names.get(table);
    if (!key) continue;
    const text = `${table} ${keyText(item, key)}`;
    if (seen.has(text)) {
      const found = Object.fromEntries(Object.entries(item).filter(([name]) => key.includes(name)));
      throw duplicateKey(found, { table, activity: prepared.place.activity });
    }
    seen.add(text);
  }
  return [...names.values()].every((key) => key !== undefined);
}
