import type * as z from "zod/mini";
import type { JsonValue } from "../json/json-value.ts";
import { errorAt, type Problem } from "../problem.ts";

type Issue = z.core.$ZodIssue;

/** `entities[0].name`: where in a file something is. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return `${text}${text ? "." : ""}${String(part)}`;
  }, "");
}

function valueAt(content: JsonValue, path: readonly PropertyKey[]): unknown {
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

/** What a schema wanted, to stand behind "should be". */
function wanted(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return nounsOfTypes[issue.expected] ?? issue.expected;
    case "invalid_value":
      return issue.values.length === 1 ? list(issue.values) : `one of ${list(issue.values)}`;
    case "too_big":
      return issue.origin === "string"
        ? `at most ${issue.maximum} characters long`
        : `at most ${issue.maximum}`;
    case "too_small":
      return issue.origin === "string"
        ? `at least ${issue.minimum} characters long`
        : `at least ${issue.minimum}`;
    case "invalid_union":
      return "options" in issue && Array.isArray(issue.options)
        ? `one of ${list(issue.options)}`
        : "of another form";
    case "invalid_format":
      return "an id: letters, digits and -_.:, at most 80";
    case "invalid_key":
      return "under another key";
    default:
      return "of another form";
  }
}

function problemAtField(file: string, field: string, message: string): Problem {
  return errorAt({ file, field }, "wrong-format", message);
}

/** What a schema found, as problems of a file: an unknown key each at its own place. */
export function problemsOfIssue(issue: Issue, content: JsonValue, file: string): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const field = fieldPath([...issue.path, key]);
      return problemAtField(
        file,
        field,
        `${file} has a member "${field}" that is not known here. Remove it.`,
      );
    });
  }
  const field = fieldPath(issue.path);
  const found = valueAt(content, issue.path);
  const where = field === "" ? file : `${file}: "${field}"`;
  if (found === undefined) {
    return [problemAtField(file, field, `${where} is missing; it should be ${wanted(issue)}.`)];
  }
  return [problemAtField(file, field, `${where} should be ${wanted(issue)} but is ${describe(found)}.`)];
}
