import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../steps/checkout.mjs";

/** What one row of the table in docs/ARCHITECTURE.md allows. Rooms are named as there: `model`, `model/folder`. */
interface ArrowRow {
  readonly mayUseAnything: boolean;
  readonly rooms: ReadonlySet<string>;
  /** Rooms that may be imported only by `import()`. */
  readonly lazyRooms: ReadonlySet<string>;
}

/** The rows by the name of their room. */
export type ArrowTable = ReadonlyMap<string, ArrowRow>;

/** Reads the table of the section "Arrows". @example readArrowTable().get("model")?.rooms // Set { "values" } */
export function readArrowTable(): ArrowTable {
  const document = readFileSync(join(checkout, "docs/ARCHITECTURE.md"), "utf8");
  return parseArrowTable(document);
}

/** The arrow table of a Markdown text; rows build on the ones above them. */
export function parseArrowTable(document: string): ArrowTable {
  const section = document.split(/^## /m).find((part) => part.startsWith("Arrows"));
  if (section === undefined) throw new Error('docs/ARCHITECTURE.md has no section "Arrows"');
  const table = new Map<string, ArrowRow>();
  for (const [, room = "", cell = ""] of section.matchAll(/^\| *([a-z\d/]+) *\| *(.+?) *\|$/gm)) {
    if (room !== "room") table.set(room, parseRow(cell, [...table.keys()]));
  }
  return table;
}

function parseRow(cell: string, above: readonly string[]): ArrowRow {
  const items = cell.split(",").map((item) => item.trim());
  const lazyRooms = new Set(items.filter((item) => item.endsWith(" (lazily)")).map(withoutMark));
  const named = items.flatMap((item) => (item === "everything above" ? above : [withoutMark(item)]));
  const rooms = named.filter((room) => !lazyRooms.has(room) && room !== "nothing of ours");
  return { mayUseAnything: cell === "anything", rooms: new Set(rooms), lazyRooms };
}

function withoutMark(item: string): string {
  return item.replace(" (lazily)", "");
}
