/** How much of the history of runs a server keeps. What is beyond any of these is deleted, the oldest first. */
export interface HistoryLimits {
  readonly days: number;
  readonly runs: number;
  /** Of what is written down, without what the database needs besides. */
  readonly megabytes: number;
}

interface HistoryLimitRow {
  readonly defaultValue: number;
  /** The environment variable that changes it. */
  readonly variable: string;
  readonly counts: string;
}

/** The limits of the history. */
export const historyLimitTable: { readonly [Name in keyof HistoryLimits]: HistoryLimitRow } = {
  days: { defaultValue: 30, variable: "RIVULET_HISTORY_DAYS", counts: "days since a run started" },
  runs: { defaultValue: 10_000, variable: "RIVULET_HISTORY_RUNS", counts: "runs" },
  megabytes: {
    defaultValue: 256,
    variable: "RIVULET_HISTORY_MEGABYTES",
    counts: "MB of parameters, results, errors, logs and traces",
  },
};

const names = Object.keys(historyLimitTable) as readonly (keyof HistoryLimits)[];

/** Reads the limits from environment variables; an `Error` with a sentence for one that is no positive number. */
export function readHistoryLimits(
  environment: Readonly<Record<string, string | undefined>>,
): HistoryLimits | Error {
  const limits: { -readonly [Name in keyof HistoryLimits]: number } = { days: 0, runs: 0, megabytes: 0 };
  for (const name of names) {
    const { defaultValue, variable, counts } = historyLimitTable[name];
    const text = environment[variable] ?? "";
    const number = text === "" ? defaultValue : Number(text);
    if (!(number > 0 && number < 1e9))
      return new Error(`${variable} is "${text}". It is how many ${counts} are kept: a number above 0.`);
    limits[name] = number;
  }
  return limits;
}
