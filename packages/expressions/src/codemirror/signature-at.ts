import type { FunctionRow } from "../functions/function-row.ts";
import { functionRow } from "../functions/function-table.ts";
import { formatSignature } from "../functions/signature-text.ts";
import { editedTokens } from "./edited-tokens.ts";

/** The call round a place, with the argument that is being written. */
export interface SignatureHelp {
  readonly row: FunctionRow;
  /** As it is written: `substring(text, start, length)`. */
  readonly signature: string;
  readonly argument: number;
  readonly parameters: readonly string[];
  /** Where the call begins. */
  readonly from: number;
}

/** The call round a place of a text, if there is one. */
export function signatureAt(text: string, at: number): SignatureHelp | undefined {
  const tokens = editedTokens.before(text, at);
  let depth = 0;
  let argument = 0;
  for (let position = tokens.length - 1; position >= 0; position -= 1) {
    const token = tokens[position];
    if (token?.kind !== "symbol") continue;
    if (token.text === ")") depth += 1;
    if (token.text === "," && depth === 0) argument += 1;
    if (token.text !== "(") continue;
    if (depth > 0) {
      depth -= 1;
      continue;
    }
    const name = tokens[position - 1];
    const row = name?.kind === "word" ? functionRow(name.text) : undefined;
    if (!row || !name) return undefined;
    const fitting =
      row.signatures.find(({ parameters }) => parameters.length > argument) ?? row.signatures.at(-1);
    if (!fitting) return undefined;
    const parameters = fitting.parameters.map((parameter) => parameter.name);
    return { row, signature: formatSignature(row.name, fitting), argument, parameters, from: name.from };
  }
  return undefined;
}
