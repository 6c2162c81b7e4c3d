import {
  type ElementRecord,
  JsonError,
  type JsonObject,
  type JsonValue,
  type PlacementRecord,
  type ProjectRecord,
  parseJson,
  placementId,
  type RecordOf,
  recordSchemas,
} from "@rivulet/model";

/** Part of a microflow as it travels over the clipboard, as text of its own. */
export interface CopiedElements {
  readonly elements: readonly ElementRecord[];
  readonly flows: readonly (RecordOf<"sequenceFlow"> | RecordOf<"annotationFlow">)[];
  readonly placements: readonly PlacementRecord[];
}

const format = "rivulet-elements";
const limits = { maximumLength: 4 * 1024 * 1024, maximumDepth: 40 };
const maximumRecords = 20_000;

/** The records of one type in a list from outside; `undefined` when one of them is anything else. */
function recordsOf<Type extends keyof typeof recordSchemas>(
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

/**
 * The chosen elements as text, with what is in their loops and the flows among them; `undefined` when there is
 * nothing to copy. The start event is not copied: there is one in every microflow.
 *
 * @example copyElements(project.store.records, selection)
 */
export function copyElements(
  records: ReadonlyMap<string, ProjectRecord>,
  chosen: readonly string[],
): string | undefined {
  const ids = new Set<string>();
  for (const id of chosen) {
    const record = records.get(id);
    if (record?.type === "element" && record.kind !== "start") ids.add(id);
  }
  if (ids.size === 0) return undefined;
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const record of records.values())
      if (record.type === "element" && ids.has(record.parent)) ids.add(record.id);
  }
  const all = [...records.values()];
  const flows = all.filter(
    (record) =>
      (record.type === "sequenceFlow" || record.type === "annotationFlow") &&
      ids.has(record.from) &&
      ids.has(record.to),
  );
  const elements = all.filter((record) => record.type === "element" && ids.has(record.id));
  const placements = [...ids].flatMap((id) => records.get(placementId(id)) ?? []);
  return JSON.stringify({ format, version: 1, elements, flows, placements }, undefined, 1);
}

/** What a text on the clipboard is; a sentence when it is no part of a microflow. */
export type ReadCopy =
  | { readonly kind: "elements"; readonly copied: CopiedElements }
  | { readonly kind: "refused"; readonly message: string };

const refused = (message: string): ReadCopy => ({ kind: "refused", message });

/** Reads text from the clipboard, whoever put it there. */
export function readCopiedElements(text: string): ReadCopy {
  if (text.trim() === "") return refused("There is nothing on the clipboard that a microflow can take.");
  let json: JsonValue;
  try {
    json = parseJson(text, limits);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    if (error.code === "json-too-large")
      return refused("The text on the clipboard is too large to be pasted here.");
    return refused("The text on the clipboard is no part of a microflow. Copy activities first.");
  }
  if (!isJsonObject(json) || json["format"] !== format)
    return refused("The text on the clipboard is no part of a microflow. Copy activities first.");
  if (json["version"] !== 1)
    return refused(
      "What is on the clipboard was copied in a newer Rivulet. Open this project with that one.",
    );
  const elements = recordsOf(json["elements"], ["element"]);
  const flows = recordsOf(json["flows"], ["sequenceFlow", "annotationFlow"]);
  const placements = recordsOf(json["placements"], ["placement"]);
  if (!elements || !flows || !placements)
    return refused("What is on the clipboard looks like activities, but is damaged. Copy them again.");
  return { kind: "elements", copied: { elements, flows, placements } };
}

function isJsonObject(json: JsonValue): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
