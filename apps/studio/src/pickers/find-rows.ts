import { searchItems } from "../search/text-match.ts";

/** Something that can be picked, by its qualified name. */
export interface PickerRow {
  readonly name: string;
  readonly note?: string | undefined;
  /** From a connector module: listed after the project's own. */
  readonly isFromConnector: boolean;
}

/** What can be picked from one module. */
export interface PickerGroup {
  readonly module: string;
  readonly rows: readonly PickerRow[];
}

/**
 * What can be picked by module: the project's own first, and with words what fits them best before all others.
 *
 * @example findRows(rows, "getitem")[0]?.rows[0]?.name // "AmazonDynamoDBConnector.GetItem"
 */
export function findRows(rows: readonly PickerRow[], query: string): readonly PickerGroup[] {
  const ordered = rows.toSorted(
    (left, right) => Number(left.isFromConnector) - Number(right.isFromConnector),
  );
  const found = searchItems(query, ordered, ({ name }) => ({
    label: name.slice(name.indexOf(".") + 1),
    synonyms: [name],
  }));
  const groups = Map.groupBy(found, ({ name }) => name.split(".", 1)[0] ?? "");
  return [...groups].map(([module, own]) => ({ module, rows: own }));
}
