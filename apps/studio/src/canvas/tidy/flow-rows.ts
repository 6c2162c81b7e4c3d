import type { FlowOrder } from "./flow-order.ts";

/** Rows of which the columns from `first` to `last` are taken. */
class TakenRows {
  readonly #spans: { readonly row: number; readonly first: number; readonly last: number }[] = [];

  /** The first row from this one on that is free between two columns; it is taken then. */
  take(from: number, first: number, last: number): number {
    let row = from;
    while (this.#spans.some((span) => span.row === row && span.first <= last && span.last >= first)) row += 1;
    this.#spans.push({ row, first, last });
    return row;
  }
}

/** How many elements can follow each one. */
function lengthsOf({ ids, leaving }: FlowOrder): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const id of ids.toReversed()) {
    const next = (leaving.get(id) ?? []).map(({ to }) => lengths.get(to) ?? 0);
    lengths.set(id, 1 + Math.max(0, ...next));
  }
  return lengths;
}

/**
 * In which row each element stands: the longest way goes straight on, and each way beside it has the first row below
 * that is free as far as it goes. Ways that leave late are nearer than those round them.
 */
export function rowsOf(order: FlowOrder, columns: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  const taken = new TakenRows();
  const lengths = lengthsOf(order);
  const columnOf = (id: string) => columns.get(id) ?? 0;

  /** What goes straight on from an element: no side way, and what most follows. */
  const main = (id: string) =>
    (order.leaving.get(id) ?? [])
      .filter(({ to, isAside }) => !isAside && !rows.has(to))
      .map(({ to }) => to)
      .reduce<string | undefined>(
        (best, to) => ((lengths.get(to) ?? 0) > (lengths.get(best ?? "") ?? 0) ? to : best),
        undefined,
      );

  /** Puts a way into a row, from its first element as far as it is not placed yet, then what leaves it. */
  const placeWay = (first: string, from: { readonly row: number; readonly column: number }): void => {
    const way = [first];
    for (let next = main(first); next !== undefined; next = main(next)) way.push(next);
    const last = way.at(-1) ?? first;
    // Where it leads on to something that stands already, its line needs the row until there.
    const joins = (order.leaving.get(last) ?? []).map(({ to }) => columnOf(to) - 1);
    const row = taken.take(from.row, from.column, Math.max(columnOf(last), ...joins));
    for (const id of way) rows.set(id, row);
    for (const id of way.toReversed()) {
      for (const { to } of order.leaving.get(id) ?? [])
        if (!rows.has(to)) placeWay(to, { row, column: Math.min(columnOf(id) + 1, columnOf(to)) });
    }
  };

  for (const id of order.roots) if (!rows.has(id)) placeWay(id, { row: 0, column: columnOf(id) });
  return rows;
}
