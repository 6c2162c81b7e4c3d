import { dataMessages } from "../messages/data-messages.ts";
import { type AttributeJson, attributeTypes, contentOf, type ItemJson, typeOf } from "./attribute.ts";

/** An item that was read from a text, or why none could be. */
export type ReadText =
  | { readonly item: ItemJson; readonly fault?: undefined }
  | { readonly item?: undefined; readonly fault: string };

/** Thrown inside, for what is not an item. */
class Unfit extends Error {}

type Members = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value has the form of DynamoDB's own JSON; whether it is a number, say, is for the server to tell. */
function assertTyped(value: unknown, where: string): asserts value is AttributeJson {
  const [type, ...others] = isMap(value) ? Object.keys(value) : [];
  if (type === undefined || others.length > 0 || !attributeTypes.some((known) => known === type))
    throw new Unfit(dataMessages.untyped(where));
  const content = (value as Members)[type];
  if (type === "M") assertItem(content, where);
  else if (type === "L" && Array.isArray(content))
    content.forEach((member: unknown, at) => assertTyped(member, `${where}[${at}]`));
  else if (["L", "SS", "NS", "BS"].includes(type) && !Array.isArray(content))
    throw new Unfit(dataMessages.notBrackets(where));
}

function assertItem(value: unknown, where: string): asserts value is ItemJson {
  if (!isMap(value)) throw new Unfit(where === "" ? dataMessages.notAnItem : dataMessages.notBraces(where));
  for (const [name, member] of Object.entries(value))
    assertTyped(member, where === "" ? name : `${where}.${name}`);
}

/** The JSON of a text; numbers as {@link WrittenNumber}, because a number of JavaScript would round them. */
class WrittenNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Reviver = (
  this: unknown,
  key: string,
  value: unknown,
  context?: { readonly source?: string },
) => unknown;

const keepNumbers: Reviver = (_key, value, context) => {
  if (typeof value !== "number") return value;
  // Older browsers do not tell how it was written: what they may have rounded is refused.
  if (context?.source === undefined && !Number.isSafeInteger(value))
    throw new Unfit(dataMessages.numberUnsafe);
  return new WrittenNumber(context?.source ?? String(value));
};

function fromPlain(value: unknown): AttributeJson {
  if (value === null) return { NULL: true };
  if (value instanceof WrittenNumber) return { N: value.text };
  if (typeof value === "string") return { S: value };
  if (typeof value === "boolean") return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(fromPlain) };
  return { M: plainItem(value as Members) };
}

const plainItem = (value: Members): ItemJson =>
  Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fromPlain(member)]));

function reading(read: () => ItemJson): ReadText {
  try {
    return { item: read() };
  } catch (error) {
    if (error instanceof Unfit) return { fault: error.message };
    return { fault: dataMessages.notJson(error instanceof Error ? error.message : String(error)) };
  }
}

/** Reads DynamoDB's own JSON: `{"Id": {"S": "1"}}`. */
export function readTypedText(text: string): ReadText {
  return reading(() => {
    const value: unknown = JSON.parse(text);
    assertItem(value, "");
    return value;
  });
}

/** Reads plain JSON: `{"Id": "1"}`. Every digit of a number stays. */
export function readPlainText(text: string): ReadText {
  return reading(() => {
    const value: unknown = JSON.parse(text, keepNumbers);
    if (!isMap(value)) throw new Unfit(dataMessages.notAnItem);
    return plainItem(value);
  });
}

/** An item as DynamoDB's own JSON, to be read. */
export function typedText(item: ItemJson): string {
  return JSON.stringify(item, undefined, 2);
}

/** JSON knows no sets and no bytes: the name of the first attribute that has one; `undefined` when plain JSON says it all. */
export function notPlain(item: ItemJson, where = ""): string | undefined {
  for (const [name, value] of Object.entries(item)) {
    const found = notPlainValue(value, where === "" ? name : `${where}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function notPlainValue(json: AttributeJson, where: string): string | undefined {
  if ("M" in json) return notPlain(json.M, where);
  if ("L" in json) {
    for (const [at, member] of json.L.entries()) {
      const found = notPlainValue(member, `${where}[${at}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return ["B", "SS", "NS", "BS"].includes(typeOf(json)) ? where : undefined;
}

function plainValue(json: AttributeJson, indent: string): string {
  if ("N" in json) return json.N;
  if ("NULL" in json) return "null";
  if ("M" in json) return plainText(json.M, indent);
  if (!("L" in json)) return JSON.stringify(contentOf(json));
  const inside = `${indent}  `;
  const members = json.L.map((member) => `\n${inside}${plainValue(member, inside)}`);
  return members.length === 0 ? "[]" : `[${members.join(",")}\n${indent}]`;
}

/** An item as plain JSON; only for one of which {@link notPlain} finds nothing. */
export function plainText(item: ItemJson, indent = ""): string {
  const inside = `${indent}  `;
  const members = Object.entries(item).map(
    ([name, value]) => `\n${inside}${JSON.stringify(name)}: ${plainValue(value, inside)}`,
  );
  return members.length === 0 ? "{}" : `{${members.join(",")}\n${indent}}`;
}
