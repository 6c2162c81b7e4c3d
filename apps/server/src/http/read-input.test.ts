import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { HttpProblem } from "./http-problem.ts";
import { readInput } from "./read-input.ts";
import type { RouteDescription } from "./route.ts";
import { qualifiedName, wholeNumber } from "./schemas.ts";

const route: RouteDescription = {
  method: "POST",
  path: "/api/items",
  operation: "make",
  summary: "",
  access: "author",
  responses: { 200: { description: "" } },
  query: z.strictObject({ limit: z.optional(wholeNumber(1, 200)) }),
  body: z.strictObject({
    kind: z.enum(["embedded", "aws"]),
    microflow: z.optional(qualifiedName),
    since: z.optional(z.iso.datetime()),
    tags: z.optional(z.array(z.string().check(z.maxLength(3))).check(z.maxLength(2))),
    shape: z.optional(
      z.discriminatedUnion("form", [
        z.strictObject({ form: z.literal("circle") }),
        z.strictObject({ form: z.literal("square") }),
      ]),
    ),
  }),
};

function refusal(query: object, body: unknown): { detail: string; errors: unknown } {
  try {
    readInput(route, { params: undefined, query, body });
  } catch (error) {
    if (error instanceof HttpProblem) return { detail: error.message, errors: error.members["errors"] };
    throw error;
  }
  throw new Error("The request was read.");
}

describe("a wrong request is refused with a sentence that names the place, what it should be and what came", () => {
  test.each<[body: unknown, sentence: string]>([
    [null, "body is missing; it should be an object."],
    [[], "body should be an object but is []."],
    [{}, 'body: "kind" is missing; it should be one of "embedded", "aws".'],
    [{ kind: "gcp" }, 'body: "kind" should be one of "embedded", "aws" but is "gcp".'],
    [{ kind: 7 }, 'body: "kind" should be one of "embedded", "aws" but is 7.'],
    [{ kind: "aws", more: 1 }, 'body has a member "more" that is not known here. Remove it.'],
    [{ kind: "aws", tags: "a" }, 'body: "tags" should be a list but is "a".'],
    [{ kind: "aws", tags: ["long"] }, 'body: "tags[0]" should be at most 3 characters long but is "long".'],
    [
      { kind: "aws", tags: ["a", "b", "c"] },
      'body: "tags" should be at most 2 items long but is ["a","b","c"].',
    ],
    [
      { kind: "aws", shape: { form: "star" } },
      'body: "shape.form" should be one of "circle", "square" but is "star".',
    ],
    [
      { kind: "aws", since: "today" },
      'body: "since" should be a date and time like 2026-11-22T10:00:00.000Z but is "today".',
    ],
    [
      { kind: "aws", microflow: "a b" },
      'body: "microflow" should be a text that matches /^[A-Za-z_]\\w{0,199}\\.[A-Za-z_]\\w{0,199}$/ but is "a b".',
    ],
    [
      { kind: "x".repeat(100) },
      'body: "kind" should be one of "embedded", "aws" but is a text of 100 characters.',
    ],
  ])("%j", (body, sentence) => {
    expect(refusal({}, body).detail).toBe(sentence);
  });

  test.each([
    ["many", 'query: "limit" should be a number but is "many".'],
    ["0", 'query: "limit" should be at least 1 but is "0".'],
    ["201", 'query: "limit" should be at most 200 but is "201".'],
    ["1.5", 'query: "limit" should be a whole number but is "1.5".'],
  ])("limit=%s", (limit, sentence) => {
    expect(refusal({ limit }, { kind: "aws" }).detail).toBe(sentence);
  });

  test("and lists everything that is wrong, each with its place", () => {
    expect(refusal({}, { kind: "gcp", tags: [1] }).errors).toEqual([
      { at: "body.kind", message: 'body: "kind" should be one of "embedded", "aws" but is "gcp".' },
      { at: "body.tags[0]", message: 'body: "tags[0]" should be a text but is 1.' },
    ]);
  });
});
