import { mostCompared } from "@rivulet/dynamodb/execute";
import { maximumRows } from "@rivulet/pages";
import { historyLimitTable, limitNames, limitTable, partSizes } from "@rivulet/runtime";
import { appLimits } from "./app/app-limits.ts";
import { longestDataRequest, mostItems } from "./routes/data-schemas.ts";

const grouped = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

const isCutAs: Readonly<Record<keyof typeof partSizes, string>> = {
  parameters: "Shorter texts and lists; the run cannot be repeated.",
  result: "Shorter texts and lists.",
  error: "Shorter texts and details.",
  log: "The oldest lines go; 1,000 lines stay at most, each with 2,000 characters.",
  trace: "Values of steps go, last those that failed; which way the run took stays.",
};

/** What is kept of runs, and for how long. */
function historyReference(): string[] {
  const retention = Object.values(historyLimitTable).map(
    ({ defaultValue, variable, counts }) => `| \`${variable}\` | ${grouped(defaultValue)} | ${counts} |`,
  );
  const parts = (Object.keys(partSizes) as (keyof typeof partSizes)[]).map(
    (part) => `| ${part} | ${grouped(partSizes[part])} | ${isCutAs[part]} |`,
  );
  return [
    "# Limits of the history",
    "",
    "Made from `packages/runtime/src/history/history-limits.ts`. A server deletes runs that go beyond any of these, the oldest first and 500 at a time, when it",
    "starts, every hour and after every 1,000 runs; never one that is under way. In memory (`DATABASE_URL=none`) at most 1,000 runs and 32 MB are kept.",
    "",
    "| environment variable | default | keeps |",
    "| --- | --- | --- |",
    ...retention,
    "",
    "Of each run every part is kept up to a size. What is left out says so in its place, and the run lists the part under `cut`. Parts with a hidden secret are",
    "listed under `redacted`.",
    "",
    "| part | characters of JSON | what goes when it is more |",
    "| --- | --- | --- |",
    ...parts,
    "",
  ];
}

/** What the running application shows, and holds of those who use it. */
function applicationReference(): string[] {
  const { sessions, openings, objects } = appLimits;
  return [
    "# Limits of the application",
    "",
    "Made from `packages/pages/src/opened/lists/page-limits.ts` and `apps/server/src/app/app-limits.ts`.",
    "",
    "| what | most | what happens then |",
    "| --- | --- | --- |",
    `| rows that a list view shows, and objects that the session holds for it | ${grouped(maximumRows)} | The list says so in the place of *Load more*, with the number of all objects where it is known. What lies beyond is not held. |`,
    `| objects that the open pages of somebody hold together | ${grouped(objects)} | The pages that were used longest ago are forgotten; whoever goes back to one is told to load it again. |`,
    `| pages that somebody has open at once | ${grouped(openings)} | The same. |`,
    `| sessions | ${grouped(sessions)} | The one that was used longest ago ends; its user begins anew, and is told so. |`,
    "",
    "A list that is read [page by page](guide/pages.md#read-a-table-page-by-page) never asks its microflow for more than that either.",
    "",
  ];
}

/** What is read and written of tables by hand. */
function dataReference(): string[] {
  return [
    "# Limits of tables and items",
    "",
    "Made from `apps/server/src/routes/data-schemas.ts`, for what is [read and written by hand](guide/data.md).",
    "",
    "| what | most | what happens then |",
    "| --- | --- | --- |",
    `| items that one request looks at | ${grouped(mostItems)} | It is refused. The studio asks for 50; DynamoDB itself ends a page at 1 MB. |`,
    `| bytes of a request | ${grouped(longestDataRequest)} | It is refused. An item of 400 KB fits, as it was and as it is to be. |`,
    `| attributes of an item that are compared, and changed, at once | ${grouped(mostCompared)} | Those that change are compared first; a larger change is refused and has to be saved in parts. |`,
    "| levels of JSON in a request | 64 | It is refused: an item whose lists and maps are nested deeper than about 30 levels can be read, not written. |",
    "",
  ];
}

/** The page docs/limits.md: every limit with its default, what it protects and how to change it. */
export function limitReference(): string {
  const rows = limitNames.map((name) => {
    const { defaultValue, unit, counts, protects, errorCode, advice } = limitTable[name];
    const value = `${grouped(defaultValue)} ${unit}`;
    return `| \`${name}\` | ${value} | ${counts} | ${protects} | \`${errorCode}\` | ${advice} |`;
  });
  return [
    "# Limits of a run",
    "",
    "Made from the table in `packages/runtime/src/run/limits.ts`; a test keeps it fresh. Every limit is on by default. A run that goes beyond one",
    "ends with an error that names the limit, its value and how to change it.",
    "",
    "| limit | default | counts | protects | error | look at first |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
    "",
    'To change one for a project, write it into `limits` of `rivulet.json`: `"limits": { "steps": 100000000 }`. A program of your own can set it for',
    "one run: `engine.run(project, microflow, { settings, limits: { wallClock: 60_000 } })`; what is set for the run counts before the project.",
    "",
    ...historyReference(),
    ...applicationReference(),
    ...dataReference(),
  ].join("\n");
}
