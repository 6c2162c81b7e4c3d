import { duplicateKey, keyText } from "../../batches/entry-key.ts";
import { tableKeys } from "../../named-items/table-keys.ts";
import type { PreparedOperation } from "../../operation.ts";
import type { WriteEntry } from "./entries.ts";

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
  const { place, call } = prepared;
  const asking = { context: place.context, call };
  const seen = new Set<string>();
  const names = new Map<string, readonly string[] | undefined>();
  for (const { table } of entries) {
    if (names.has(table)) continue;
    const keys = await tableKeys(table, asking);
    names.set(
      table,
      keys?.key.map(({ name }) => name),
    );
  }
  for (const { table, item } of entries) {
    const key = names.get(table);
    if (!key) continue;
    const text = `${table} ${keyText(item, key)}`;
    if (seen.has(text)) {
      const found = Object.fromEntries(Object.entries(item).filter(([name]) => key.includes(name)));
      throw duplicateKey(found, { table, activity: place.activity });
    }
    seen.add(text);
  }
  return [...names.values()].every((key) => key !== undefined);
}
