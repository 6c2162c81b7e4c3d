import type { Transaction } from "@rivulet/document";
import { flowsFrom, flowsTo } from "./connection-rules.ts";

/**
 * Leads what led to elements that are about to go elsewhere to what followed them, where that is one element. Error
 * handlers and what else leaves them goes with them or is gone.
 */
export function closeGap(transaction: Transaction, going: ReadonlySet<string>): void {
  const following = [...going]
    .flatMap((id) => flowsFrom(transaction, id))
    .filter(({ to, isErrorHandler }) => !going.has(to) && !isErrorHandler);
  const [next, ...others] = new Set(following.map(({ to }) => to));
  if (next === undefined || others.length > 0) return;
  const leading = [...going].flatMap((id) => flowsTo(transaction, id)).filter(({ from }) => !going.has(from));
  if (leading.some(({ from }) => from === next)) return;
  for (const { id } of leading) transaction.update("sequenceFlow", id, { to: next });
}
