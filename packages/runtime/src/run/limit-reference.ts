import { limitNames, limitTable } from "./limits.ts";

/** The page docs/limits.md: every limit of a run with its default, what it protects and how to change it. */
export function limitReference(): string {
  const rows = limitNames.map((name) => {
    const { defaultValue, unit, counts, protects, errorCode, advice } = limitTable[name];
    const value = `${String(defaultValue).replace(/\B(?=(\d{3})+$)/g, ",")} ${unit}`;
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
  ].join("\n");
}
