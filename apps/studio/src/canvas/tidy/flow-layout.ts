import { elementGap, type Point, type Size } from "../geometry.ts";
import { belongingColumns, linesOf } from "./flow-lines.ts";
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
/** Between two lines: the flow from the end of one to the beginning of the next leads through. */
const lineGap = 108;
/** So far in front of its line a flow that leads to it turns, beside the room that a loop leaves anyway. */
const turningRoom = 16;
/** Narrower than this is no activity. */
const narrowest = 100;
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

/** Where each element stands: in a line, as in text, in one of its columns, and in one of its rows. */
interface Grid {
  readonly lineOf: (id: string) => number;
  readonly columnOf: (id: string) => number;
  readonly rowOf: (id: string) => number;
}

/** The numbers that are used, in order, from 0 on. */
function numbered(used: readonly number[]): (value: number) => number {
  const numbers = new Map(
    [...new Set(used)].sort((one, other) => one - other).map((value, at) => [value, at]),
  );
  return (value) => numbers.get(value) ?? 0;
}

/** The room behind each column: for what stands on the flows that leave it. */
function gapsOf(flows: readonly LayoutFlow[], columnOf: (id: string) => number): readonly number[] {
  const labels = largest(
    flows.map(({ from, labelWidth }) => [columnOf(from), labelWidth === 0 ? 0 : labelWidth + labelGap]),
  );
  return labels.map((label) => Math.max(elementGap, label));
}

const widthOf = ({ size, writing }: LayoutElement) => size.width + writing;

/** Finds the place of each element in the grid: the longest way in one row, branches below it, in lines of a width. */
function gridOf(elements: readonly LayoutElement[], flows: readonly LayoutFlow[], lineWidth: number): Grid {
  const order = flowOrder(
    elements.map(({ id }) => id),
    flows,
  );
  const columns = columnsOf(order);
  const rows = rowsOf(order, columns);
  const columnOf = (id: string) => columns.get(id) ?? 0;
  const rowOf = (id: string) => rows.get(id) ?? 0;
  const belonging = belongingColumns(order, columns, (id) => rowOf(id) === 0);
  // What is written behind the last element may stand out.
  const inColumn = elements.map(({ id, size }) => [columnOf(id), size.width] as const);
  const aside = elements.map(({ id, size }) => {
    const isAside = (belonging.get(id) ?? 0) < columnOf(id);
    return [columnOf(id), isAside ? size.width : 0] as const;
  });
  const gaps = gapsOf(flows, columnOf);
  const widths = largest(inColumn);
  const lines = linesOf(
    {
      of: columns,
      widths,
      asideWidths: largest(aside),
      gaps: widths.map((_, column) => gaps[column] ?? elementGap),
    },
    belonging,
    { flows, lineWidth },
  );
  return { columnOf, rowOf, lineOf: (id) => lines[belonging.get(id) ?? 0] ?? 0 };
}

/** Places the elements of one line. */
function layoutLine(elements: readonly LayoutElement[], flows: readonly LayoutFlow[], grid: Grid): Part {
  const columnAt = numbered(elements.map(({ id }) => grid.columnOf(id)));
  const rowAt = numbered(elements.map(({ id }) => grid.rowOf(id)));
  const columnOf = (id: string) => columnAt(grid.columnOf(id));
  const rowOf = (id: string) => rowAt(grid.rowOf(id));
  const widths = largest(elements.map((element) => [columnOf(element.id), widthOf(element)]));
  const heights = largest(elements.map(({ id, size }) => [rowOf(id), size.height]));
  const gaps = gapsOf(flows, columnOf);
  const lefts = begins(widths, (column) => gaps[column] ?? elementGap);
  const tops = begins(heights, () => rowGap);
  const over = new Map(
    flows.flatMap(({ from, to }) => (columnOf(from) === columnOf(to) ? [[to, from]] : [])),
  );
  const widthAbove = new Map(elements.map(({ id, size }) => [id, size.width]));
  const places = elements.map(({ id, size }) => {
    const row = rowOf(id);
    // What begins under an element stands under its middle: the flow between them is straight.
    const above = widthAbove.get(over.get(id) ?? id) ?? size.width;
    const x = (lefts[columnOf(id)] ?? 0) + Math.max(0, above - size.width) / 2;
    return [id, { x, y: (tops[row] ?? 0) + ((heights[row] ?? 0) - size.height) / 2 }] as const;
  });
  return { places: new Map(places), height: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) };
}

/**
 * How far the first line and those below it stand in. What begins a microflow is narrow: the lines below begin behind
 * it, where its first activity stands. Else all leave room at their left for the flows that lead to them.
 */
function indentsOf([first, ...others]: readonly (readonly LayoutElement[])[]): readonly [number, number] {
  if (others.length === 0) return [0, 0];
  const [start, ...behind] = first ?? [];
  const isNarrow = start !== undefined && behind.length > 0 && start.size.width < narrowest;
  return isNarrow ? [0, start.size.width + elementGap] : [turningRoom, turningRoom];
}

/** Parts one below the other. */
function stacked(
  parts: readonly Part[],
  { gap, indents: [first, others] }: { readonly gap: number; readonly indents: readonly [number, number] },
): Part {
  const tops = begins(
    parts.map(({ height }) => height),
    () => gap,
  );
  const places = parts.flatMap((part, position) => {
    const by = { x: position === 0 ? first : others, y: tops[position] ?? 0 };
    return [...part.places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }] as const);
  });
  return { places: new Map(places), height: (tops.at(-1) ?? 0) + (parts.at(-1)?.height ?? 0) };
}

/** Places elements that hang together: left to right in columns, in as many lines as it takes. */
function layoutPart(
  elements: readonly LayoutElement[],
  flows: readonly LayoutFlow[],
  lineWidth: number,
): Part {
  const grid = gridOf(elements, flows, lineWidth);
  const byLine = Map.groupBy(elements, ({ id }) => grid.lineOf(id));
  const leaving = Map.groupBy(flows, ({ from }) => grid.lineOf(from));
  const lines = [...byLine.keys()]
    .sort((one, other) => one - other)
    .map((line) => ({ elements: byLine.get(line) ?? [], flows: leaving.get(line) ?? [] }));
  return stacked(
    lines.map((line) => layoutLine(line.elements, line.flows, grid)),
    { gap: lineGap, indents: indentsOf(lines.map((line) => line.elements)) },
  );
}

/**
 * Places the elements of a microflow or of a loop: what hangs together in columns of its own, in lines like text where
 * it is wider than `lineWidth`, one part below the other. Gives their upper left corners, from 0, 0 on.
 */
export function layoutFlow(
  elements: readonly LayoutElement[],
  flows: readonly LayoutFlow[],
  lineWidth: number,
): ReadonlyMap<string, Point> {
  const parts = partsOf(elements, flows).map((part) => {
    const ids = new Set(part.map(({ id }) => id));
    return layoutPart(
      part,
      flows.filter(({ from, to }) => ids.has(from) && ids.has(to)),
      lineWidth,
    );
  });
  return stacked(parts, { gap: rowGap, indents: [0, 0] }).places;
}
