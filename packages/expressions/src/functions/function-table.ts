import { conversionFunctions } from "./conversion-functions.ts";
import { enumerationFunctions } from "./enumeration-functions.ts";
import type { FunctionRow } from "./function-row.ts";
import { logicFunctions } from "./logic-functions.ts";
import { numberFunctions } from "./number-functions.ts";
import { stringFunctions } from "./string-functions.ts";

/** All functions of the language. */
export const functionTable: readonly FunctionRow[] = [
  ...stringFunctions,
  ...numberFunctions,
  ...conversionFunctions,
  ...enumerationFunctions,
  ...logicFunctions,
];

const rowsByName = new Map(functionTable.map((row) => [row.name, row]));

/** The row of a function. */
export function functionRow(name: string): FunctionRow | undefined {
  return rowsByName.get(name);
}
