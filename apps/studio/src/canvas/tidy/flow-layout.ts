import { elementGap, type Point, type Size } from "../geometry.ts";
import { columnsOf, flowOrder, type LayoutFlow } from "./flow-order.ts";
import { rowsOf } from "./flow-rows.ts";

/** An element as a layout sees it. */
export interface LayoutElement {
  readonly id: string;
  readonly size: Size;
  /** Room at its right for what is written there. */
  readonly writing: number;
}

/** Between two rows: a variable hangs below an activity, and flows lead between. */
const rowGap = 76;
/** On both sides of what stands on a flow. */
const labelGap = 34;

/** Where each of these begins when they stand behind each other. */
function begins(sizes: readonly number[], gapAfter: (position: number) => number): readonly number[] {
  let at = 0;
  return sizes.map((size, position) => {
    const start = at;
    at += size + gapAfter(position);
    return start;
  });
}

/** The largest value of each group; groups are numbered from 0. */
function largest(values: readonly (readonly [group: number, value: number])[]): readonly number[] {
  const found: number[] = [];
  for (const [group, value] of values) found[group] = Math.max(found[group] ?? 0, value);
  return Array.from(found, (value) => value ?? 0);
}

/** Elements that hang together, each part in the order in which they are given. */
function partsOf(
  elements: readonly LayoutElement[],
  flows: readonly LayoutFlow[],
): readonly (readonly LayoutElement[])[] {
  const neighbours = new Map(elements.map(({ id }) => [id, new Set<string>()]));
  for (const { from, to } of flows) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  const partOfEach = new Map<string, number>();
  let count = 0;
  for (const { id } of elements) {
    if (partOfEach.has(id)) continue;
    const part = new Set([id]);
    for (const member of part) {
      partOfEach.set(member, count);
      for (const next of neighbours.get(member) ?? []) part.add(next);
    }
    count += 1;
  }
  return [...Map.groupBy(elements, ({ id }) => partOfEach.get(id) ?? 0).values()];
}

interface Part {
  readonly places: ReadonlyMap<string, Point>;
  readonly height: number;
}

/** Places elements that hang together: left to right in columns, the longest way in one row, branches below it. */
function layoutPart(elements: readonly LayoutElement[], flows: readonly LayoutFlow[]): Part {
  const order = flowOrder(
    elements.map(({ id }) => id),
    flows,
  );
  const columns = columnsOf(order);
  const rows = rowsOf(order, columns);
  const columnOf = (id: string) => columns.get(id) ?? 0;
  const rowOf = (id: string) => rows.get(id) ?? 0;
  const widths = largest(elements.map(({ id, size, writing }) => [columnOf(id), size.width + writing]));
  const heights = largest(elements.map(({ id, size }) => [rowOf(id), size.height]));
  const labels = largest(
    flows.map(({ from, labelWidth }) => [columnOf(from), labelWidth === 0 ? 0 : labelWidth + labelGap]),
  );
  const lefts = begins(widths, (column) => Math.max(elementGap, labels[column] ?? 0));
  const tops = begins(heights, () => rowGap);
  const places = elements.map(({ id, size }) => {
    const row = rowOf(id);
    const x = lefts[columnOf(id)] ?? 0;
    return [id, { x, y: (tops[row] ?? 0) + ((heights[row] ?? 0) - size.height) / 2 }] as const;
  });
  return { places: new Map(places), height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) };
}

/**
 * Places the elements of a microflow or of a loop, what hangs together in columns of its own, one part below the other.
 * Gives their upper left corners, from 0, 0 on.
 */
export function layoutFlow(
  elements: readonly LayoutElement[],
  flows: readonly LayoutFlow[],
): ReadonlyMap<string, Point> {
  const parts = partsOf(elements, flows).map((part) => {
    const ids = new Set(part.map(({ id }) => id));
    return layoutPart(
      part,
      flows.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    );
  });
  const tops = begins(
    parts.map(({ height }) => height),
    () => rowGap,
  );
  return new Map(
    parts.flatMap(({ places }, position) =>
      [...places].map(([id, { x, y }]) => [id, { x, y: y + (tops[position] ?? 0) }] as const),
    ),
  );
}
