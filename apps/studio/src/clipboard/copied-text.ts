import {
  JsonError,
  type JsonObject,
  type JsonValue,
  parseJson,
  type RecordOf,
  recordSchemas,
} from "@rivulet/model";

/*
 * What is copied travels as text: a JSON object that says its format and version, with records in it. Whoever reads it
 * trusts nothing of it.
 */

const limits = { maximumLength: 4 * 1024 * 1024, maximumDepth: 40 };
const maximumRecords = 20_000;

/** What is said of a text that cannot be pasted. */
export interface CopyWords {
  readonly isEmpty: string;
  readonly isForeign: string;
  readonly isDamaged: string;
  readonly isTooLarge: string;
  readonly isNewer: string;
}

/** The records of some types in a list from outside; `undefined` when one of them is anything else. */
export function recordsIn<Type extends keyof typeof recordSchemas>(
  json: JsonValue | undefined,
  types: readonly Type[],
): RecordOf<Type>[] | undefined {
  if (!Array.isArray(json) || json.length > maximumRecords) return undefined;
  const records: RecordOf<Type>[] = [];
  for (const item of json as readonly JsonValue[]) {
    const parsed = types.map((type) => recordSchemas[type].safeParse(item)).find(({ success }) => success);
    if (!parsed?.data) return undefined;
    records.push(parsed.data as RecordOf<Type>);
  }
  return records;
}

/** A text of a format, or the sentence that says why it is none. */
export type CopiedText =
  | { readonly kind: "copied"; readonly json: JsonObject }
  | { readonly kind: "refused"; readonly message: string };

function isJsonObject(json: JsonValue): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** Reads text from the clipboard, whoever put it there. */
export function readCopiedText(
  text: string,
  { format, words }: { readonly format: string; readonly words: CopyWords },
): CopiedText {
  const refused = (message: string): CopiedText => ({ kind: "refused", message });
  if (text.trim() === "") return refused(words.isEmpty);
  let json: JsonValue;
  try {
    json = parseJson(text, limits);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return refused(error.code === "json-too-large" ? words.isTooLarge : words.isForeign);
  }
  if (!isJsonObject(json) || json["format"] !== format) return refused(words.isForeign);
  return json["version"] === 1 ? { kind: "copied", json } : refused(words.isNewer);
}
