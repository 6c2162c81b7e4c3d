import { dataMessages } from "../messages/data-messages.ts";
import {
  type AttributeJson,
  type AttributeType,
  contentOf,
  type ItemJson,
  itemFrom,
  typeOf,
} from "./attribute.ts";
import { readTypedText } from "./item-text.ts";

/** An attribute as it is written in the form. */
export interface FormRow {
  /** Of the row, as long as the form is open: names change while they are typed. */
  readonly id: number;
  readonly name: string;
  readonly type: AttributeType;
  /** What is written in its field; parts of a set, list or map as DynamoDB's own JSON. */
  readonly text: string;
}

/** Types whose field is one of JSON. */
export const isWrittenAsJson = (type: AttributeType) => ["M", "L", "SS", "NS", "BS"].includes(type);

function textOf(json: AttributeJson): string {
  const type = typeOf(json);
  if (type === "NULL") return "";
  return isWrittenAsJson(type) ? JSON.stringify(contentOf(json), undefined, 1) : String(contentOf(json));
}

/** The rows of an item. */
export function rowsOf(item: ItemJson): readonly FormRow[] {
  return Object.entries(item).map(([name, json], id) => ({
    id,
    name,
    type: typeOf(json),
    text: textOf(json),
  }));
}

/** A row of another type, with what is written in it as far as that makes sense there. */
export function withType(row: FormRow, type: AttributeType): FormRow {
  const blank = { M: "{}", L: "[]", SS: '[""]', NS: '["0"]', BS: '[""]', BOOL: "false", NULL: "" } as const;
  if (type in blank) return { ...row, type, text: blank[type as keyof typeof blank] };
  return { ...row, type, text: isWrittenAsJson(row.type) ? "" : row.text };
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Why what a row says is no value; `undefined` when it is one. */
function valueFault({ type, text }: FormRow): string | undefined {
  if (type === "N" && !numberPattern.test(text.trim())) return dataMessages.noNumber;
  if (!isWrittenAsJson(type)) return undefined;
  return readTypedText(`{"${type}": {"${type}": ${text === "" ? "null" : text}}}`).fault;
}

/** What is wrong with rows, by their ids. */
export function faultsOfRows(rows: readonly FormRow[]): ReadonlyMap<number, string> {
  const faults = new Map<number, string>();
  const names = new Set<string>();
  for (const row of rows) {
    const nameFault =
      row.name === "" ? dataMessages.nameNeeded : names.has(row.name) && dataMessages.nameTwice(row.name);
    const fault = nameFault || valueFault(row);
    if (fault !== undefined) faults.set(row.id, fault);
    names.add(row.name);
  }
  return faults;
}

function valueOf({ type, text }: FormRow): AttributeJson {
  if (type === "NULL") return { NULL: true };
  if (type === "BOOL") return { BOOL: text === "true" };
  if (isWrittenAsJson(type)) return { [type]: JSON.parse(text) as unknown } as unknown as AttributeJson;
  return { [type]: type === "S" ? text : text.trim() } as unknown as AttributeJson;
}

/** The item that rows without a fault say. */
export function itemOfRows(rows: readonly FormRow[]): ItemJson {
  return itemFrom(rows.map((row) => [row.name, valueOf(row)] as const));
}
