import { sentenceOf } from "../people/tell-failure.ts";
import type { ItemJson } from "./attribute.ts";
import { type DataPlace, dataApi } from "./data-api.ts";
import { noTable, useDataStore } from "./data-store.ts";
import { type Reading, readRequest } from "./reading.ts";

const state = useDataStore.getState;
const become = useDataStore.setState;

/** Counts questions, so that a late answer to an older one is passed over. */
const asked = { tables: 0, table: 0, page: 0 };

/**
 * Shows the tables of a place; nothing is asked again that is shown already. Only where nobody outside is reached by it
 * is anything asked without being told to: a tab that is open from before may show another project's configuration.
 */
export function openPlace(place: DataPlace | undefined, mayAsk: boolean): void {
  const present = state().place;
  if (present?.configuration === place?.configuration && present?.region === place?.region) return;
  become({ place, tables: { kind: "nothing" }, ...noTable });
  if (mayAsk) void listTables(false);
}

/** Lists the tables; answers that come for another place are dropped. */
export async function listTables(isAnew: boolean): Promise<void> {
  const { place, tables } = state();
  const question = (asked.tables += 1);
  asked.table += 1;
  asked.page += 1;
  if (!place) return;
  if (tables.kind !== "known") become({ tables: { kind: "asking" } });
  try {
    const { regions } = await dataApi.names(place, isAnew);
    if (question !== asked.tables) return;
    const newest = regions.toSorted((one, other) => other.readAt.localeCompare(one.readAt));
    const found = newest.find(({ region }) => region === place.region) ?? newest[0];
    if (found?.error && found.names.length === 0)
      become({ tables: { kind: "failed", message: found.error.message } });
    else
      become({
        // Nobody chose a region: now it is known which one the server took.
        place: { ...place, region: place.region ?? found?.region ?? null },
        tables: { kind: "known", answer: { names: found?.names ?? [], isCut: found?.isCut ?? false } },
      });
  } catch (error) {
    if (question === asked.tables) become({ tables: { kind: "failed", message: sentenceOf(error) } });
  }
}

/** Shows a table: its keys, and its first items. */
export async function chooseTable(table: string): Promise<void> {
  const { place } = state();
  if (!place) return;
  const question = (asked.table += 1);
  asked.page += 1;
  become({ ...noTable, table, facts: { kind: "asking" }, page: { kind: "asking" } });
  try {
    const facts = await dataApi.facts(place, table);
    if (question !== asked.table) return;
    become({ facts: { kind: "known", answer: facts } });
    await readPage([null]);
  } catch (error) {
    if (question === asked.table)
      become({ facts: { kind: "failed", message: sentenceOf(error) }, page: { kind: "nothing" } });
  }
}

/** Changes what is written over the items; nothing is read by that. */
export function setReading(change: Partial<Reading>): void {
  become(({ reading }) => ({ reading: { ...reading, ...change } }));
}

async function readPage(starts: readonly (ItemJson | null)[]): Promise<void> {
  const { place, table, facts, reading } = state();
  if (!place || table === undefined || facts.kind !== "known") return;
  const question = (asked.page += 1);
  become({ isReading: true });
  try {
    const request = { ...readRequest(reading, facts.answer), after: starts.at(-1) ?? null };
    const answer = await dataApi.read(place, table, request);
    if (question === asked.page) become({ page: { kind: "known", answer }, starts, isReading: false });
  } catch (error) {
    if (question === asked.page)
      become({ page: { kind: "failed", message: sentenceOf(error) }, isReading: false });
  }
}

/** Reads what the fields say, from its beginning. */
export const readFirstPage = (): Promise<void> => readPage([null]);

/** Reads the page that is shown once more: somebody has written. */
export const readPageAgain = (): Promise<void> => readPage(state().starts);

/** Reads what comes behind the page that is shown. */
export async function readNextPage(): Promise<void> {
  const { page, starts } = state();
  if (page.kind === "known" && page.answer.next) await readPage([...starts, page.answer.next]);
}

/** Goes back by a page. */
export async function readPreviousPage(): Promise<void> {
  const { starts } = state();
  if (starts.length > 1) await readPage(starts.slice(0, -1));
}

/** Asks again for what is shown: names, keys and items. */
export async function refresh(): Promise<void> {
  const { table } = state();
  await listTables(true);
  if (table !== undefined) await readPageAgain();
}
