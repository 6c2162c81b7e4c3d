import { conversionFunctions } from "./conversion-functions.ts";
import { dateArithmeticFunctions } from "./date-arithmetic-functions.ts";
import { dateBetweenFunctions } from "./date-between-functions.ts";
import { dateCreationFunctions } from "./date-creation-functions.ts";
import { dateEdgeFunctions } from "./date-edge-functions.ts";
import { dateFormatFunctions } from "./date-format-functions.ts";
import { enumerationFunctions } from "./enumeration-functions.ts";
import type { FunctionRow } from "./function-row.ts";
import { logicFunctions } from "./logic-functions.ts";
import { numberFunctions } from "./number-functions.ts";
import { patternFunctions } from "./pattern-functions.ts";
import { stringFunctions } from "./string-functions.ts";

/** All functions of the language. */
export const functionTable: readonly FunctionRow[] = [
  ...stringFunctions,
  ...patternFunctions,
  ...numberFunctions,
  ...dateCreationFunctions,
  ...dateArithmeticFunctions,
  ...dateEdgeFunctions,
  ...dateBetweenFunctions,
  ...dateFormatFunctions,
  ...conversionFunctions,
  ...enumerationFunctions,
  ...logicFunctions,
];

const rowsByName = new Map(functionTable.map((row) => [row.name, row]));

/** The row of a function. */
export function functionRow(name: string): FunctionRow | undefined {
  return rowsByName.get(name);
}
