import type { FlowOrder, LayoutFlow } from "./flow-order.ts";

/** The columns of a layout, as far as they decide where its lines end. */
export interface LayoutColumns {
  readonly of: ReadonlyMap<string, number>;
  /** As wide as the widest element of each column. */
  readonly widths: readonly number[];
  /** As wide as the widest of those in it that belong to a column before it. */
  readonly asideWidths: readonly number[];
  /** The room behind each column. */
  readonly gaps: readonly number[];
}

/** What makes a division into lines hard to read; the unit is one more line. */
const weights = {
  line: 0.5,
  /** A line that is left empty. */
  empty: 1,
  /** A line that is twice as wide as it should be; half as much too wide is a quarter as bad. */
  overfull: 60,
  /** Each flow that leads from line to line beside the one that goes on. */
  crossing: 5,
  /** A last line with hardly anything in it. */
  orphan: 1,
};
/** Narrower than this a last line has hardly anything in it. */
const orphanWidth = 200;
/** Wider than this many lines nothing is tried as one. */
const widestTried = 1.5;

/**
 * The columns to which elements belong: their own, but what never comes back to the straight way (error handlers,
 * branches that end) belongs to where it leaves, and stays beside it.
 */
export function belongingColumns(
  { ids, leaving }: FlowOrder,
  columns: ReadonlyMap<string, number>,
  isStraight: (id: string) => boolean,
): ReadonlyMap<string, number> {
  const comesBack = new Set<string>();
  for (const id of ids.toReversed())
    if (isStraight(id) || (leaving.get(id) ?? []).some(({ to }) => comesBack.has(to))) comesBack.add(id);
  const belonging = new Map<string, number>();
  for (const id of ids) {
    const own = belonging.get(id) ?? columns.get(id) ?? 0;
    belonging.set(id, own);
    for (const { to } of leaving.get(id) ?? [])
      if (!comesBack.has(to)) belonging.set(to, Math.max(belonging.get(to) ?? 0, own));
  }
  return belonging;
}

/** How many flows lead across the border behind each column. */
function crossingsOf(flows: readonly LayoutFlow[], columns: ReadonlyMap<string, number>, count: number) {
  const changes = Array.from({ length: count + 1 }, () => 0);
  for (const { from, to } of flows) {
    const ends = [columns.get(from) ?? 0, columns.get(to) ?? 0] as const;
    changes[Math.min(...ends)] = (changes[Math.min(...ends)] ?? 0) + 1;
    changes[Math.max(...ends)] = (changes[Math.max(...ends)] ?? 0) - 1;
  }
  let crossing = 0;
  return changes.map((change) => (crossing += change));
}

/** Where each column begins when all stand in one line, and where the last one ends. */
function beginsOf(widths: readonly number[], gaps: readonly number[]): readonly number[] {
  const begins = [0];
  widths.forEach((width, column) => begins.push((begins[column] ?? 0) + width + (gaps[column] ?? 0)));
  return begins;
}

/** As wide as a line becomes: from its first to its last column, and on to the last of what belongs to them. */
function spansOf({ widths, asideWidths, gaps }: LayoutColumns) {
  const begins = beginsOf(widths, gaps);
  const asideBegins = beginsOf(asideWidths, gaps);
  return (first: number, last: number, reach: number): number =>
    (begins[last + 1] ?? 0) -
    (begins[first] ?? 0) +
    (asideBegins[reach + 1] ?? 0) -
    (asideBegins[last + 1] ?? 0) -
    (gaps[reach] ?? 0);
}

/** What speaks against a line of this width, behind which so many flows lead on to the next one. */
function lineCost(line: {
  readonly width: number;
  readonly lineWidth: number;
  readonly isLast: boolean;
  readonly crossing: number;
}): number {
  const share = (line.width - line.lineWidth) / line.lineWidth;
  const overfull = weights.overfull * Math.max(0, share) ** 2;
  if (line.isLast) return overfull + (line.width < orphanWidth ? weights.orphan : 0);
  const empty = weights.empty * Math.min(0, share) ** 2;
  return overfull + weights.line + empty + weights.crossing * Math.max(0, line.crossing - 1);
}

/**
 * In which line each column stands, so that no line is wider than `lineWidth` where that can be. Lines end where one
 * flow leads on, rather than within branches or circles.
 */
export function linesOf(
  columns: LayoutColumns,
  belonging: ReadonlyMap<string, number>,
  { flows, lineWidth }: { readonly flows: readonly LayoutFlow[]; readonly lineWidth: number },
): readonly number[] {
  const count = columns.widths.length;
  const spanOf = spansOf(columns);
  const crossings = crossingsOf(flows, belonging, count);
  /** The last column of what belongs to each column. */
  const reaches = Array.from({ length: count }, (_, column) => column);
  for (const [id, column] of belonging)
    reaches[column] = Math.max(reaches[column] ?? 0, columns.of.get(id) ?? 0);

  /** For each column: the best first column of the line that ends with it, and what all lines until there cost. */
  const best: { readonly first: number; readonly cost: number }[] = [];
  for (let last = 0; last < count; last += 1) {
    let found = { first: last, cost: Infinity };
    let reach = last;
    const crossing = crossings[last] ?? 0;
    for (let first = last; first >= 0; first -= 1) {
      if (first < last && spanOf(first, last, last) > widestTried * lineWidth) break;
      reach = Math.max(reach, reaches[first] ?? 0);
      const line = { width: spanOf(first, last, reach), lineWidth, isLast: last === count - 1, crossing };
      const cost = (best[first - 1]?.cost ?? 0) + lineCost(line);
      if (cost < found.cost) found = { first, cost };
    }
    best.push(found);
  }
  const firsts: number[] = [];
  for (let last = count - 1; last >= 0; last = (best[last]?.first ?? 0) - 1)
    firsts.unshift(best[last]?.first ?? 0);
  return Array.from({ length: count }, (_, column) => firsts.findLastIndex((first) => first <= column));
}
