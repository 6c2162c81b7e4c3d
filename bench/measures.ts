import { appMeasures } from "./app/measures.ts";
import { startWithListTables, startWithoutAws } from "./cli/command-line.ts";
import { dynamoDBMeasures } from "./dynamodb/measures.ts";
import { expressionMeasures } from "./expressions/measures.ts";
import type { Measure } from "./harness/measure.ts";
import { runtimeMeasures } from "./runtime/measures.ts";
import { serverMeasures } from "./server/measures.ts";
import { studioMeasures } from "./studio/measures.ts";

/** Every measure, in the order in which it is printed. How to add one: README.md. */
export const measures: readonly Measure[] = [
  ...runtimeMeasures,
  ...expressionMeasures,
  ...dynamoDBMeasures,
  startWithoutAws,
  startWithListTables,
  ...serverMeasures,
  ...studioMeasures,
  ...appMeasures,
];
