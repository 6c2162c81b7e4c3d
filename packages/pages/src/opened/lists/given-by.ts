import type { DataSource } from "../../fields/field-values.ts";
import { pagingParameter, showsList } from "../../paging.ts";
import { loadSource, type SourcePlace } from "./load-source.ts";
import { type GivenObjects, givenAtOnce } from "./loaded-source.ts";
import { firstPage } from "./read-page.ts";

/** What a data source gives at first: its first page where it is read page by page, else everything. */
export async function givenBy(source: DataSource, pageSize: number, on: SourcePlace): Promise<GivenObjects> {
  const isPaged =
    source.kind === "microflow" &&
    showsList(on.widget) &&
    pagingParameter(source.microflow, on.ports.index) !== undefined;
  return isPaged ? firstPage(source, pageSize, on) : givenAtOnce(await loadSource(source, on));
}
