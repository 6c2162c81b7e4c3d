import { parameter, readField } from "@rivulet/activities";
import type { JsonValue, ProjectIndex } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { runMessages } from "../messages/run-messages.ts";

/** A parameter of a microflow that is about to run. */
export interface RunParameter {
  readonly name: string;
  readonly type: DataType;
  readonly isRequired: boolean;
}

/** The parameters of a microflow, in the order of its records. */
export function parametersOf(index: ProjectIndex, microflow: string): readonly RunParameter[] {
  return index.children(microflow).flatMap((record): RunParameter[] => {
    if (record.type !== "element" || record.kind !== parameter.kind) return [];
    const name = readField("newVariable", record.fields["name"]);
    const type = readField("dataType", record.fields["type"]);
    if (name === undefined || !type) return [];
    return [{ name, type, isRequired: readField("boolean", record.fields["isRequired"]) ?? true }];
  });
}

/** What was typed for a parameter: its value as JSON, or what is wrong with it. */
export type ReadInput = { readonly value: JsonValue } | { readonly fault: string };

function readJson(text: string): ReadInput {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch (error) {
    return { fault: runMessages.notJson(error instanceof Error ? error.message : String(error)) };
  }
}

function readInteger(text: string): ReadInput {
  if (!/^[+-]?\d+$/.test(text)) return { fault: runMessages.notWholeNumber };
  const number = Number(text);
  // What no number holds exactly travels as text.
  return { value: Number.isSafeInteger(number) ? number : text };
}

const readers: Partial<Readonly<Record<DataType["kind"], (text: string) => ReadInput>>> = {
  integer: readInteger,
  decimal: (text) =>
    /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? { value: text } : { fault: runMessages.notNumber },
  boolean: (text) => ({ value: text === "true" }),
  dateTime: (text) => {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? { fault: runMessages.notDate } : { value: date.toISOString() };
  },
  object: readJson,
  list: readJson,
};

/** Reads what was typed for a parameter. Nothing at all is empty, but a text may be the empty one. */
export function readInput({ type, isRequired }: RunParameter, text: string): ReadInput {
  if (type.kind === "string") return { value: text };
  const trimmed = text.trim();
  if (trimmed === "" && isRequired) return { fault: runMessages.required };
  if (trimmed === "") return { value: null };
  return readers[type.kind]?.(trimmed) ?? { value: trimmed };
}
