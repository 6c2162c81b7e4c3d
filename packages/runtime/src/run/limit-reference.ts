import { historyLimitTable } from "../history/history-limits.ts";
import { partSizes } from "../history/run-content.ts";
import { limitNames, limitTable } from "./limits.ts";

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

/** The page docs/limits.md: every limit of a run with its default, what it protects and how to change it. */
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
  ].join("\n");
}
