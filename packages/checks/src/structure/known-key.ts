import { type KeyedObjects, type KnownKeyPart, type KnownTable, readField } from "@rivulet/activities";
import { fixedText } from "./fixed-text.ts";
import type { StructureCheck } from "./structure-check.ts";
import type { TakenObject } from "./taken-objects.ts";

/** The value of an enumeration that an expression is: `eu_central_1`. */
const namedValue = (expression: string | undefined) => /^\s*\w+\.\w+\.(\w+)\s*$/.exec(expression ?? "")?.[1];

/** A table that was looked up, and where that was, as messages say it. */
export interface LookedUpTable {
  readonly place: string;
  readonly table: KnownTable;
}

/** The key of a table, and where it is so. */
export interface KnownKey {
  readonly place: string;
  readonly key: readonly KnownKeyPart[];
}

/** A table that an activity uses. */
interface UsedTable {
  /** An expression; only a fixed text tells which table it is. */
  readonly name: string | undefined;
  readonly taken: TakenObject;
  readonly check: StructureCheck;
}

/** What was looked up of a table, in the region that the activity names; nothing where it names none for certain. */
export function lookedUpTable({ name, taken, check }: UsedTable): LookedUpTable | undefined {
  const { analysis, context } = check;
  const element = analysis.graph.nodes.get(taken.element)?.element;
  const field = taken.definition.keyedObjects[0]?.regionField;
  const table = fixedText(name);
  if (!element || field === undefined || table === undefined) return undefined;
  const region = namedValue(readField("expression", element.fields[field]));
  const known = context.knownRegions?.find((each) => each.region === region);
  const found = known?.tables.find((each) => each.name === table);
  return known && found ? { place: known.place, table: found } : undefined;
}

/** The key of a table: as it was looked up, else as it is known without asking anybody. */
export function knownKeyOf(used: UsedTable, { known }: KeyedObjects): KnownKey | undefined {
  const found = lookedUpTable(used);
  if (found) return found.table.key ? { place: found.place, key: found.table.key } : undefined;
  const table = fixedText(used.name);
  const key = table !== undefined && Object.hasOwn(known.keys, table) ? known.keys[table] : undefined;
  return key && { place: known.place, key };
}
