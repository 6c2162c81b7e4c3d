import type { Point, Size } from "../canvas/geometry.ts";

/** Entities to be placed, and which of them belong together. */
export interface Unplaced {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly links: readonly (readonly [string, string])[];
}

/** Room for the name of an association, and for lines beside each other. */
const columnGap = 200;
const rowGap = 44;
const groupGap = 90;
const sheetWidth = 2200;
const columnHeight = 1100;

function neighbours({ sizes, links }: Unplaced): Map<string, Set<string>> {
  const found = new Map([...sizes.keys()].map((id) => [id, new Set<string>()]));
  for (const [from, to] of links) {
    if (from === to || !found.has(from) || !found.has(to)) continue;
    found.get(from)?.add(to);
    found.get(to)?.add(from);
  }
  return found;
}

/** Entities that hang together, by their distance from the one with most links. */
function groups(unplaced: Unplaced): string[][][] {
  const linked = neighbours(unplaced);
  const degree = (id: string) => linked.get(id)?.size ?? 0;
  const waiting = new Set([...linked.keys()].sort((left, right) => degree(right) - degree(left)));
  const found: string[][][] = [];
  for (const hub of waiting) {
    const layers: string[][] = [];
    for (let layer = [hub]; layer.length > 0; ) {
      for (const id of layer) waiting.delete(id);
      layers.push(layer);
      const next = new Set(layer.flatMap((id) => [...(linked.get(id) ?? [])]));
      layer = [...next].filter((id) => waiting.has(id));
    }
    found.push(layers);
  }
  return found;
}

/** A layer as columns that are not too high. */
function columnsOf(layer: readonly string[], sizes: ReadonlyMap<string, Size>): string[][] {
  const columns: string[][] = [[]];
  let height = 0;
  for (const id of layer) {
    const own = (sizes.get(id)?.height ?? 0) + rowGap;
    if (height > 0 && height + own > columnHeight) {
      columns.push([]);
      height = 0;
    }
    columns.at(-1)?.push(id);
    height += own;
  }
  return columns;
}

interface Sheet extends Size {
  readonly places: ReadonlyMap<string, Point>;
}

/** A group on a sheet of its own: one layer beside the other, each in its vertical middle. */
function sheetOf(layers: readonly (readonly string[])[], sizes: ReadonlyMap<string, Size>): Sheet {
  const columns = layers.flatMap((layer) => columnsOf(layer, sizes));
  const heightOf = (column: readonly string[]) =>
    column.reduce((sum, id) => sum + (sizes.get(id)?.height ?? 0) + rowGap, -rowGap);
  const height = Math.max(...columns.map(heightOf));
  const places = new Map<string, Point>();
  let x = 0;
  for (const column of columns) {
    let y = (height - heightOf(column)) / 2;
    for (const id of column) {
      places.set(id, { x, y: Math.round(y) });
      y += (sizes.get(id)?.height ?? 0) + rowGap;
    }
    x += Math.max(...column.map((id) => sizes.get(id)?.width ?? 0)) + columnGap;
  }
  return { places, width: x - columnGap, height };
}

/**
 * Places entities that nobody has placed: those that hang together side by side, the most linked one first, the
 * groups in rows below each other.
 *
 * @example layoutEntities({ sizes: new Map([["a", { width: 180, height: 80 }]]), links: [] }).get("a") // { x: 0, y: 0 }
 */
export function layoutEntities(unplaced: Unplaced): Map<string, Point> {
  const sheets = groups(unplaced)
    .map((layers) => sheetOf(layers, unplaced.sizes))
    .sort((left, right) => right.places.size - left.places.size);
  const places = new Map<string, Point>();
  let corner = { x: 0, y: 0 };
  let rowHeight = 0;
  for (const sheet of sheets) {
    if (corner.x > 0 && corner.x + sheet.width > sheetWidth) {
      corner = { x: 0, y: corner.y + rowHeight + groupGap };
      rowHeight = 0;
    }
    for (const [id, { x, y }] of sheet.places) places.set(id, { x: corner.x + x, y: corner.y + y });
    corner = { x: corner.x + sheet.width + groupGap, y: corner.y };
    rowHeight = Math.max(rowHeight, sheet.height);
  }
  return places;
}
