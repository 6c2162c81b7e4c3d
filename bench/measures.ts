import { startWithListTables, startWithoutAws } from "./cli/command-line.ts";
import type { Measure } from "./harness/measure.ts";

/** Every measure, in the order in which it is printed. How to add one: README.md. */
export const measures: readonly Measure[] = [startWithoutAws, startWithListTables];
