import { parameter, readField } from "@rivulet/activities";
import type { JsonValue, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { isWritable, readValueText } from "../controls/value-text.ts";
import { runMessages } from "../messages/run-messages.ts";

/** A parameter of a microflow that is about to run. */
export interface RunParameter {
  /** The record of the parameter, which stays the same when it gets another name. */
  readonly id: string;
  readonly name: string;
  readonly type: DataType;
  readonly isRequired: boolean;
  /** The names of the values that it can have, of an enumeration. */
  readonly choices?: readonly string[] | undefined;
}

function choicesOf(index: ProjectIndex, type: DataType): readonly string[] | undefined {
  if (type.kind !== "enumeration") return undefined;
  return index.enumeration(type.enumeration)?.values.map(({ name }) => name);
}

/** The parameters of a microflow, in the order of its records. */
export function parametersOf(index: ProjectIndex, microflow: string): readonly RunParameter[] {
  return index.children(microflow).flatMap((record): RunParameter[] => {
    if (record.type !== "element" || record.kind !== parameter.kind) return [];
    const name = readField("newVariable", record.fields["name"]);
    const type = readField("dataType", record.fields["type"]);
    if (name === undefined || !type) return [];
    const isRequired = readField("boolean", record.fields["isRequired"]) ?? true;
    return [{ id: record.id, name, type, isRequired, choices: choicesOf(index, type) }];
  });
}

/** What was typed for a parameter: its value as JSON, or what is wrong with it. */
export type ReadInput = { readonly value: JsonValue } | { readonly fault: string };

/** An object or a list as JSON; whether its entity and members are right is for the server to say. */
function readJson(text: string, kind: "object" | "list"): ReadInput {
  try {
    const value = JSON.parse(text) as JsonValue;
    const isRight = kind === "list" ? Array.isArray(value) : isJsonObject(value);
    return isRight ? { value } : { fault: runMessages.wrongJson[kind] };
  } catch (error) {
    return { fault: runMessages.notJson(error instanceof Error ? error.message : String(error)) };
  }
}

const isJsonObject = (value: JsonValue) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a switch shows as on is true; it shows whatever else was remembered as off. */
const readBoolean = (text: string): ReadInput => ({ value: text === "true" });

function readScalar({ type, choices }: RunParameter, text: string): ReadInput {
  if (type.kind === "boolean") return readBoolean(text);
  if (choices && !choices.includes(text)) return { fault: runMessages.noSuchChoice(text) };
  const reading = isWritable(type) ? readValueText(text, type) : { json: undefined };
  return "fault" in reading ? reading : { value: reading.json ?? null };
}

/** Reads what was typed for a parameter. Nothing at all is empty, but a text may be the empty one. */
export function readInput(wanted: RunParameter, text: string): ReadInput {
  const { type, isRequired } = wanted;
  if (type.kind === "string") return { value: text };
  const trimmed = text.trim();
  const isObjectOrList = type.kind === "object" || type.kind === "list";
  const isEmpty = trimmed === "" || (isObjectOrList && trimmed === "null");
  if (isEmpty && type.kind !== "boolean")
    return isRequired ? { fault: runMessages.required } : { value: null };
  return isObjectOrList ? readJson(trimmed, type.kind) : readScalar(wanted, trimmed);
}
