import { appMeasures } from "./app/measures.ts";
import { startWithListTables, startWithoutAws } from "./cli/command-line.ts";
import { dynamoDBMeasures } from "./dynamodb/measures.ts";
import { expressionMeasures } from "./expressions/measures.ts";
import type { Measure } from "./harness/measure.ts";
import { runtimeMeasures } from "./runtime/measures.ts";
import { serverMeasures } from "./server/measures.ts";
import { studioMeasures } from "./studio/measures.ts";

/** The measures by what they are about; `pnpm bench server` takes those of one area. */
export const areas: Readonly<Record<string, readonly Measure[]>> = {
  runtime: runtimeMeasures,
  expressions: expressionMeasures,
  dynamodb: dynamoDBMeasures,
  cli: [startWithoutAws, startWithListTables],
  server: serverMeasures,
  studio: studioMeasures,
  app: appMeasures,
};

/** Every measure, in the order in which it is printed. How to add one: README.md. */
export const measures: readonly Measure[] = Object.values(areas).flat();
