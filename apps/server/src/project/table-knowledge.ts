import type { LookedUpRegion } from "@rivulet/dynamodb/execute";
import type { Configuration } from "@rivulet/model";
import type { OpenedProject } from "./opened-project.ts";

/** A region, as far as its tables are known, and since when. */
export interface KeptRegion extends LookedUpRegion {
  /** Milliseconds since 1970: when it was asked last. */
  readonly readAt: number;
}

/** What somebody wants to know. */
export interface TableQuestion {
  /** Regions as the enumeration names them; `null` is that of the configuration. */
  readonly regions: readonly (string | null)[];
  readonly tables: readonly string[];
  /** Ask again, however fresh the answer is that is kept. */
  readonly isAnew: boolean;
}

type LookUp = (
  opened: OpenedProject,
  configuration: string,
  asked: { readonly region: string | null; readonly tables: readonly string[] },
) => Promise<LookedUpRegion>;

/** Who asks, for which project. */
interface Asking {
  readonly opened: OpenedProject;
  readonly configuration: Configuration;
  readonly question: TableQuestion;
}

/** Milliseconds for which an answer is good, and for which nobody is bothered after a failure. */
const freshFor = 5 * 60_000;
const failedFor = 30_000;
const mostRegions = 32;
const mostTables = 500;

/** One place: a configuration as it is now, and a region. */
const placeOf = (configuration: Configuration, region: string | null) =>
  JSON.stringify([configuration, region]);

/** What is wanted of a region and not known, or not well enough any more; `undefined` when nothing is. */
function unanswered(
  kept: KeptRegion | undefined,
  { tables }: TableQuestion,
  since: number,
): string[] | undefined {
  if (!kept) return [...tables];
  const age = Date.now() - kept.readAt;
  if (kept.readAt < since || age > (kept.error ? failedFor : freshFor)) {
    const known = kept.tables.map(({ name }) => name);
    return [...new Set([...tables, ...known])].slice(0, mostTables);
  }
  if (kept.error) return undefined;
  const missing = tables.filter((name) => kept.tables.every((table) => table.name !== name));
  return missing.length === 0 ? undefined : missing;
}

/** What was known before stays known where the new answer is silent. */
function joined(earlier: KeptRegion | undefined, found: LookedUpRegion): KeptRegion {
  const names = new Set(found.tables.map(({ name }) => name));
  const others = earlier?.tables.filter(({ name }) => !names.has(name)) ?? [];
  const hasNames = found.error === null || found.names.length > 0;
  return {
    ...found,
    ...(hasNames || !earlier ? {} : { names: earlier.names, isCut: earlier.isCut }),
    tables: [...found.tables, ...others].slice(0, mostTables),
    readAt: Date.now(),
  };
}

/**
 * What the server knows of the tables behind the configurations. It asks only when somebody wants it to, one question
 * at a time for each place, and keeps the answers, also that nobody answered.
 */
export class TableKnowledge {
  readonly #lookUp: LookUp;
  readonly #kept = new Map<string, KeptRegion>();
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(lookUp: LookUp) {
    this.#lookUp = lookUp;
  }

  /** What is known of a configuration as it is now. Asks nobody. */
  known(configuration: Configuration): readonly KeptRegion[] {
    const regions = new Map<string, KeptRegion>();
    for (const [place, kept] of this.#kept) {
      const [of] = JSON.parse(place) as [unknown];
      if (JSON.stringify(of) === JSON.stringify(configuration)) regions.set(kept.region, kept);
    }
    return [...regions.values()];
  }

  /** The same, once what is wanted has been asked for. */
  async lookUp(
    opened: OpenedProject,
    configuration: Configuration,
    question: TableQuestion,
  ): Promise<readonly KeptRegion[]> {
    const asking = { opened, configuration, question };
    const since = question.isAnew ? Date.now() : 0;
    await Promise.all(question.regions.map((region) => this.#answer(region, since, asking)));
    return this.known(configuration);
  }

  async #answer(region: string | null, since: number, asking: Asking): Promise<void> {
    const place = placeOf(asking.configuration, region);
    for (;;) {
      const before = this.#underWay.get(place);
      if (!before) break;
      await before;
    }
    const tables = unanswered(this.#kept.get(place), asking.question, since);
    if (!tables) return;
    const asked = this.#ask(place, { region, tables }, asking).finally(() => this.#underWay.delete(place));
    this.#underWay.set(place, asked);
    await asked;
  }

  async #ask(
    place: string,
    asked: { readonly region: string | null; readonly tables: readonly string[] },
    { opened, configuration }: Asking,
  ): Promise<void> {
    const found = await this.#lookUp(opened, configuration.name, asked);
    const kept = joined(this.#kept.get(place), found);
    // Behind the others: the place that was asked longest ago goes first.
    this.#kept.delete(place);
    this.#kept.set(place, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostRegions) break;
      this.#kept.delete(oldest);
    }
  }
}
