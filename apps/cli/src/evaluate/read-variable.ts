import { JsonError, type JsonValue, parseJson } from "@rivulet/model";
import { type DataType, parseDataType } from "@rivulet/values";
import { UsageError } from "../exit-codes.ts";

/** A variable as it was written: `name:Type=json`. */
export interface WrittenVariable {
  readonly name: string;
  readonly type: DataType;
  readonly json: JsonValue;
}

const pattern = /^\$?([A-Za-z_]\w*):([^=]+)=(.*)$/s;

function jsonOf(text: string, type: DataType, name: string): JsonValue {
  const mayBeBare =
    type.kind === "string" ||
    type.kind === "enumeration" ||
    type.kind === "dateTime" ||
    type.kind === "decimal";
  try {
    const json = parseJson(text);
    return type.kind === "string" && typeof json !== "string" && json !== null ? text : json;
  } catch (error) {
    if (!(error instanceof JsonError) || !mayBeBare) {
      throw new UsageError(`The value of --var ${name} is not JSON: ${text.slice(0, 80)}`, { cause: error });
    }
    return text;
  }
}

/**
 * Reads a variable of the command line. A text may be written without quotes.
 *
 * @example readVariable("total:Decimal=12.50") // { name: "total", type: { kind: "decimal" }, json: 12.5 }
 */
export function readVariable(written: string): WrittenVariable {
  const [, name, typeText = "", text = ""] = pattern.exec(written) ?? [];
  const type = parseDataType(typeText.trim());
  if (name === undefined || !type || type.kind === "nothing") {
    throw new UsageError(
      `--var is written <name>:<Type>=<json>, not "${written}". Types: String, Integer, Decimal, Boolean, DateTime, Enumeration(M.E), Object(M.E), List(M.E).`,
    );
  }
  // A number of a Decimal is read from its digits, never through a binary number.
  const isDigits = type.kind === "decimal" || type.kind === "integer";
  const digits = isDigits && /^[+-]?[\d.eE+-]+$/.test(text.trim()) ? text.trim() : undefined;
  return { name, type, json: digits ?? jsonOf(text, type, name) };
}
