import { decodeNumber, encodeNumber } from "../codec/attribute-number.ts";
import { type AttributeJson, AttributeValueError, type ItemJson } from "../codec/attribute-value.ts";
import { putAttribute } from "../codec/encode-value.ts";

/** DynamoDB nests lists and maps this deep. */
const deepest = 32;

const base64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;

type Reading = (content: unknown, depth: number) => unknown;

function refuse(reason: string): never {
  throw new AttributeValueError(reason);
}

const text: Reading = (content) => (typeof content === "string" ? content : refuse("is no text"));

const number: Reading = (content) => {
  if (typeof content !== "string") refuse("is a number that is not written as a text");
  encodeNumber(decodeNumber(content));
  return content;
};

const binary: Reading = (content) =>
  typeof content === "string" && base64.test(content) ? content : refuse("is no base64");

const setOf =
  (member: Reading): Reading =>
  (content, depth) => {
    if (!Array.isArray(content)) refuse("is no set: write its members in brackets");
    if (content.length === 0) refuse("is a set without members, which DynamoDB does not keep");
    return content.map((each: unknown) => member(each, depth));
  };

/** How the content of each of the ten types is read. */
const readings: Readonly<Record<string, Reading>> = {
  S: text,
  N: number,
  B: binary,
  BOOL: (content) => (typeof content === "boolean" ? content : refuse("is neither true nor false")),
  NULL: (content) => (content === true ? true : refuse("is a NULL that is not written as true")),
  SS: setOf(text),
  NS: setOf(number),
  BS: setOf(binary),
  L: (content, depth) =>
    Array.isArray(content)
      ? content.map((each: unknown, at) => named(`[${at}]`, () => readValue(each, depth + 1)))
      : refuse("is no list"),
  M: (content, depth) => readMembers(content, depth + 1),
};

/** Puts the name of a part before the reason for which it is refused. */
function named<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof AttributeValueError)) throw error;
    const isInside = /^[.[]/.test(error.message);
    throw new AttributeValueError(`${name}${isInside ? "" : " "}${error.message}`);
  }
}

function readValue(json: unknown, depth: number): AttributeJson {
  if (depth > deepest) refuse(`is nested deeper than ${deepest} levels`);
  const [entry, ...others] =
    typeof json === "object" && json !== null && !Array.isArray(json) ? Object.entries(json) : [];
  const reading = entry && others.length === 0 && Object.hasOwn(readings, entry[0]) && readings[entry[0]];
  if (!entry || !reading)
    refuse('has no type: write {"S": "text"}, with one of S, N, B, BOOL, NULL, L, M, SS, NS, BS');
  return { [entry[0]]: reading(entry[1], depth) } as AttributeJson;
}

function readMembers(json: unknown, depth: number): ItemJson {
  if (typeof json !== "object" || json === null || Array.isArray(json)) refuse("is no map");
  const item: Record<string, AttributeJson> = {};
  for (const [name, value] of Object.entries(json)) {
    const inside = depth > 0 ? `.${name}` : name;
    putAttribute(
      item,
      name,
      named(inside, () => readValue(value, depth)),
    );
  }
  return item;
}

/**
 * Reads an item, a key or a map in DynamoDB's own JSON that somebody wrote. Numbers stay the texts that they are.
 *
 * @example readAttributes({ Id: { S: "1" } })
 * @throws {AttributeValueError} what is wrong with it and where: `Address.Zip is a number that is not written as a text`
 */
export function readAttributes(json: unknown): ItemJson {
  return readMembers(json, 0);
}
