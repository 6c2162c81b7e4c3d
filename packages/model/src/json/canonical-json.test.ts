import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, hashText } from "./canonical-json.ts";
import type { JsonValue } from "./json-value.ts";

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<JsonValue>;

/** The same value with the members of every object in another order. */
function shuffled(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, shuffled(member)]));
}

describe("canonical JSON", () => {
  it("is the same value, and canonical already", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it("does not depend on the order of members", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it("ends with one line feed and has lines of at most 100 columns where a value can be broken", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(text).toMatch(/[^\n]\n$/);
        const long = text.split("\n").filter((line) => line.replace(/,$/, "").length > 100);
        // What is left is a single key and value that cannot be broken.
        for (const line of long)
          expect(line).toMatch(/^ *(?:"(?:[^"\\]|\\.)*": )?("(?:[^"\\]|\\.)*"|[^",]*|\[\]|\{\}),?$/);
      }),
    );
  });

  it.each<[string, JsonValue, string]>([
    ["an empty object", {}, "{}\n"],
    ["an empty list", [], "[]\n"],
    [
      "what fits in one line",
      { name: "Orders", id: "e1", b: [1, { c: null }] },
      '{ "id": "e1", "name": "Orders", "b": [1, { "c": null }] }\n',
    ],
    ["members that are undefined", { a: undefined as unknown as null, b: 1 }, '{ "b": 1 }\n'],
    ["keys that are numbers", { 10: 1, 9: 2, id: 3 }, '{ "id": 3, "10": 1, "9": 2 }\n'],
    ["minus zero", -0, "0\n"],
    ["half a surrogate pair", "\ud800", '"\\ud800"\n'],
  ])("writes %s", (_what, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it("breaks what does not fit, from the outside in", () => {
    const long = "x".repeat(60);
    expect(canonicalJson({ list: [long, { a: long, b: 1 }], short: [1, 2] })).toBe(
      `{\n  "list": [\n    "${long}",\n    { "a": "${long}", "b": 1 }\n  ],\n  "short": [1, 2]\n}\n`,
    );
  });
});

it("the hash of a text is SHA-256 of its UTF-8 bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(hashText(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }),
  );
});
