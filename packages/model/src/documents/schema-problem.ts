import type * as z from "zod/mini";
import type { JsonValue } from "../json/json-value.ts";
import { errorAt, type Problem } from "../problem.ts";
import { placementIdPattern, recordIdPattern } from "../records/record-id.ts";

type Issue = z.core.$ZodIssue;

/** `entities[0].name`: where in a file something is. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return `${text}${text ? "." : ""}${String(part)}`;
  }, "");
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null)?.[part],
    content,
  );
}

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  if (text.length <= 60) return text;
  return typeof value === "string"
    ? `a text of ${value.length} characters`
    : Array.isArray(value)
      ? "a list"
      : "an object";
}

const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(", ");

const nounsOfTypes: Partial<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  custom: "a JSON value",
};

/** What a size is counted in. */
const measures: Partial<Record<string, string>> = { string: " characters long", array: " items long" };

function wantedFormat({ format, pattern }: Extract<Issue, { readonly code: "invalid_format" }>): string {
  if (format === "datetime") return "a date and time like 2026-11-22T10:00:00.000Z";
  if (format !== "regex" || pattern === undefined) return "of another form";
  const isId = pattern === String(recordIdPattern) || pattern === String(placementIdPattern);
  return isId ? "an id: letters, digits and -_.:, at most 80" : `a text that matches ${pattern}`;
}

/** What a schema wanted, to stand behind "should be". */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return nounsOfTypes[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1 ? list(issue.values) : `one of ${list(issue.values)}`;
    case "too_big":
      return `at most ${issue.maximum}${measures[issue.origin] ?? ""}`;
    case "too_small":
      return `at least ${issue.minimum}${measures[issue.origin] ?? ""}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? `one of ${list(issue.options)}`
        : "of another form";
    case "invalid_format":
      return wantedFormat(issue);
    case "invalid_key":
      return "under another key";
    default:
      return "of another form";
  }
}

/** What is wrong with a part of something that was read. */
export interface SchemaFault {
  /** `entities[0].name`; empty for the whole. */
  readonly field: string;
  /** A sentence that names the part, what it should be, and what it is. */
  readonly message: string;
}

/**
 * What a schema found, in sentences: an unknown key each in its own.
 *
 * @param content what was read
 * @param name what it is called: a file, the body of a request
 * @example faultsOfIssue(issue, { kind: "gcp" }, "body")[0].message // body: "kind" should be one of "embedded", "aws" but is "gcp".
 */
export function faultsOfIssue(issue: Issue, content: unknown, name: string): SchemaFault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const field = fieldPath([...issue.path, key]);
      return { field, message: `${name} has a member "${field}" that is not known here. Remove it.` };
    });
  }
  const field = fieldPath(issue.path);
  const found = valueAt(content, issue.path);
  const where = field === "" ? name : `${name}: "${field}"`;
  const message =
    found === undefined
      ? `${where} is missing; it should be ${wanted(issue)}.`
      : `${where} should be ${wanted(issue)} but is ${describe(found)}.`;
  return [{ field, message }];
}

/** What a schema found, as problems of a file. */
export function problemsOfIssue(issue: Issue, content: JsonValue, file: string): Problem[] {
  return faultsOfIssue(issue, content, file).map(({ field, message }) =>
    errorAt({ file, field }, "wrong-format", message),
  );
}
