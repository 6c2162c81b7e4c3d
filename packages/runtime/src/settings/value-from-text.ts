import { JsonError, type JsonValue, type ProjectIndex, parseJson } from "@rivulet/model";
import { type DataType, type ValueFromJsonResult, valueFromJson } from "@rivulet/values";

/** Types whose JSON is a text. */
const writtenAsText = new Set<DataType["kind"]>(["string", "enumeration", "decimal", "dateTime", "binary"]);

function isQuoted(text: string): boolean {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1;
}

/**
 * Reads a value from the text of a command or of an environment variable: JSON, and where that would be
 * a text (String, Decimal, key of an enumeration ...) also the text without quotes. An empty text is `empty`.
 *
 * @example valueFromText("eu-west-1", { kind: "string" }, index) // { value: "eu-west-1" }
 */
export function valueFromText(text: string, type: DataType, index: ProjectIndex): ValueFromJsonResult {
  if (text === "") return { value: null };
  try {
    const json = writtenAsText.has(type.kind) && text !== "null" && !isQuoted(text) ? text : parseJson(text);
    return valueFromJson(json, type, { model: index });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { faults: [{ code: "wrong-value", path: "", message: error.message }] };
  }
}

/**
 * The same as value JSON, to be kept: `undefined` where the text fits no value of the type, and where it is empty.
 *
 * @example valueJsonFromText("7", { kind: "integer" }, index) // 7
 */
export function valueJsonFromText(text: string, type: DataType, index: ProjectIndex): JsonValue | undefined {
  const result = valueFromText(text, type, index);
  if ("faults" in result || result.value === null) return undefined;
  return writtenAsText.has(type.kind) && !isQuoted(text) ? text : parseJson(text);
}
