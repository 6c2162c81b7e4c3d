import type { Integer } from "@rivulet/values";
import { expressionLimits } from "../limits.ts";
import type { FunctionRow } from "./function-row.ts";
import { FunctionFailure, parameter, signature } from "./signature.ts";

const text = parameter("string", "text");
const part = parameter("string", "part");

function outOfRange(message: string): FunctionFailure {
  return new FunctionFailure("argument-out-of-range", message);
}

function substring(whole: string, start: Integer, length?: Integer): string {
  const isInside = start >= 0 && (start < whole.length || start === 0);
  if (!isInside) {
    throw outOfRange(
      `The start ${start} is outside the text, whose positions go from 0 to ${whole.length - 1}.`,
    );
  }
  if (length === undefined) return whole.slice(Number(start));
  const rest = whole.length - Number(start);
  if (length < 0 || length > rest) {
    throw outOfRange(`The length ${length} is too much: ${rest} characters are left from position ${start}.`);
  }
  return whole.slice(Number(start), Number(start) + Number(length));
}

/** Looking for a long part that almost occurs everywhere is work for each place. */
function checkSearch(whole: string, searched: string): void {
  if (whole.length * searched.length <= expressionLimits.searchWork) return;
  throw new FunctionFailure("limit-size", "The text is too long to look for so long a part in it.");
}

function find(whole: string, searched: string, from: Integer = 0): number {
  checkSearch(whole, searched);
  return whole.indexOf(searched, Number(from));
}

function findLast(whole: string, searched: string, last: Integer = whole.length): number {
  checkSearch(whole, searched);
  return last < 0 ? -1 : whole.lastIndexOf(searched, Number(last));
}

/** Form encoding, as Java's URLEncoder does it: only letters, digits and .-*_ stay; a blank becomes a plus. */
function urlEncode(plain: string): string {
  const encoded = encodeURIComponent(plain.toWellFormed());
  const strict = encoded.replace(/[!'()~]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return strict.replaceAll("%20", "+");
}

function urlDecode(encoded: string): string {
  try {
    return decodeURIComponent(encoded.replaceAll("+", " "));
  } catch {
    throw new FunctionFailure(
      "not-readable",
      "The text is not URL-encoded: a % is not followed by a valid code.",
    );
  }
}

/** Functions of text. Where text is wanted, empty counts as ''. Positions count UTF-16 units from 0. */
export const stringFunctions: readonly FunctionRow[] = [
  {
    name: "toLowerCase",
    family: "string",
    summary: "The text in lower case.",
    signatures: [signature([text], "string", (_, whole) => whole.toLowerCase())],
    examples: [{ expression: "toLowerCase('My Text')", result: "my text" }],
  },
  {
    name: "toUpperCase",
    family: "string",
    summary: "The text in upper case.",
    signatures: [signature([text], "string", (_, whole) => whole.toUpperCase())],
    examples: [{ expression: "toUpperCase('My Text')", result: "MY TEXT" }],
  },
  {
    name: "trim",
    family: "string",
    summary: "The text without blanks at its start and end.",
    signatures: [signature([text], "string", (_, whole) => whole.trim())],
    examples: [{ expression: "trim('  my text ')", result: "my text" }],
  },
  {
    name: "substring",
    family: "string",
    summary: "The part of the text from a position, which counts from 0, to the end or of a given length.",
    signatures: [
      signature([text, parameter("integer", "start")], "string", (_, whole, start) =>
        substring(whole, start),
      ),
      signature(
        [text, parameter("integer", "start"), parameter("integer", "length")],
        "string",
        (_, ...values) => substring(...values),
      ),
    ],
    examples: [
      { expression: "substring('microflow', 5)", result: "flow" },
      { expression: "substring('microflow', 0, 5)", result: "micro" },
    ],
    errors: ["The start is outside the text.", "Fewer characters are left than the length says."],
  },
  {
    name: "find",
    family: "string",
    summary: "The first position of a part in the text, from a given position on; -1 when it is not there.",
    signatures: [
      signature([text, part], "integer", (_, ...values) => find(...values)),
      signature([text, part, parameter("integer", "from")], "integer", (_, ...values) => find(...values)),
    ],
    examples: [
      { expression: "find('banana', 'an')", result: "1" },
      { expression: "find('banana', 'an', 2)", result: "3" },
    ],
  },
  {
    name: "findLast",
    family: "string",
    summary: "The last position of a part in the text, not beyond a given position; -1 when it is not there.",
    signatures: [
      signature([text, part], "integer", (_, ...values) => findLast(...values)),
      signature([text, part, parameter("integer", "last")], "integer", (_, ...values) => findLast(...values)),
    ],
    examples: [
      { expression: "findLast('banana', 'an')", result: "3" },
      { expression: "findLast('banana', 'an', 2)", result: "1" },
    ],
  },
  {
    name: "contains",
    family: "string",
    summary: "Whether the part occurs in the text. Every text contains the empty one.",
    signatures: [signature([text, part], "boolean", (_, ...values) => find(...values) >= 0)],
    examples: [{ expression: "contains('microflow', 'flow')", result: "true" }],
  },
  {
    name: "startsWith",
    family: "string",
    summary: "Whether the text starts with the part.",
    signatures: [signature([text, part], "boolean", (_, whole, searched) => whole.startsWith(searched))],
    examples: [{ expression: "startsWith('microflow', 'micro')", result: "true" }],
  },
  {
    name: "endsWith",
    family: "string",
    summary: "Whether the text ends with the part.",
    signatures: [signature([text, part], "boolean", (_, whole, searched) => whole.endsWith(searched))],
    examples: [{ expression: "endsWith('microflow', 'micro')", result: "false" }],
  },
  {
    name: "urlEncode",
    family: "string",
    summary: "The text as it is written in the query of a URL (form encoding).",
    signatures: [signature([text], "string", (_, plain) => urlEncode(plain))],
    examples: [{ expression: "urlEncode('Hello, world!')", result: "Hello%2C+world%21" }],
  },
  {
    name: "urlDecode",
    family: "string",
    summary: "The text that urlEncode was made from.",
    signatures: [signature([text], "string", (_, encoded) => urlDecode(encoded))],
    examples: [{ expression: "urlDecode('Hello%2C+world%21')", result: "Hello, world!" }],
    errors: ["The text is not URL-encoded."],
  },
];
