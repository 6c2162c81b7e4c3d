import { JsonError, type ProjectIndex, parseJson } from "@rivulet/model";
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
