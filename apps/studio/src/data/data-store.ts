import { create } from "zustand";
import type { ItemJson } from "./attribute.ts";
import type { DataPlace, ItemPage, TableFacts } from "./data-api.ts";
import { type Reading, wholeTable } from "./reading.ts";

/** What the server was asked for: nothing yet, an answer, or why there is none. */
export type Asked<Answer> =
  | { readonly kind: "nothing" }
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly message: string };

/** Names of tables. */
export interface TableNames {
  readonly names: readonly string[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/** What the data screen shows in this window. */
export interface DataState {
  /** Nothing while the project has no configuration. */
  readonly place: DataPlace | undefined;
  readonly tables: Asked<TableNames>;
  readonly table: string | undefined;
  readonly facts: Asked<TableFacts>;
  readonly reading: Reading;
  readonly page: Asked<ItemPage>;
  /** Behind which keys the pages up to this one begin; the first begins at the beginning. */
  readonly starts: readonly (ItemJson | null)[];
  /** While a page is read, the one before stays. */
  readonly isReading: boolean;
}

/** Nothing of a table. */
export const noTable = {
  table: undefined,
  facts: { kind: "nothing" },
  reading: wholeTable,
  page: { kind: "nothing" },
  starts: [null],
  isReading: false,
} as const satisfies Partial<DataState>;

/** The data screen: it stays as it was when its tab is opened again. */
export const useDataStore = create<DataState>()(() => ({
  place: undefined,
  tables: { kind: "nothing" },
  ...noTable,
}));
