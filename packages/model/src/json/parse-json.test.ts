import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetOfJsonFault } from "./json-grammar.ts";
import { JsonError, parseJson } from "./parse-json.ts";

function failure(text: string): JsonError {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return error;
    throw error;
  }
  throw new Error(`${text} was read.`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("JSON from outside", () => {
  it("is read as JSON.parse reads it, when a double holds its numbers", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(text));
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("may begin with a byte order mark", () => {
    expect(parseJson('\uFEFF{"a": 1}')).toEqual({ a: 1 });
  });

  it.each([
    ["", 0, "the text ends at line 1, column 1"],
    ["{", 1, "the text ends at line 1, column 2"],
    ['{\n  "a": 1,\n}', 12, '"}" is not expected at line 3, column 1'],
    ['{"a" 1}', 5, '"1" is not expected at line 1, column 6'],
    ["[1 2]", 3, '"2" is not expected at line 1, column 4'],
    ["[1,]", 3, '"]" is not expected at line 1, column 4'],
    ["nul", 0, '"n" is not expected at line 1, column 1'],
    ["1 1", 2, '"1" is not expected at line 1, column 3'],
    ['"a\nb"', 0, '"\\"" is not expected at line 1, column 1'],
    ["[[[]]", 5, "the text ends at line 1, column 6"],
    ["[}", 1, '"}" is not expected at line 1, column 2'],
    ["{}]", 2, '"]" is not expected at line 1, column 3'],
  ])("that breaks the grammar is refused with its place: %j", (text, offset, message) => {
    expect(failure(text)).toMatchObject({ code: "not-json", offset });
    expect(failure(text).message).toContain(message);
  });

  it("has no fault in the grammar when JSON.parse reads it, else is refused", () => {
    const words = ["{", "}", "[", "]", ",", ":", '"a"', '"\\u00e4"', "1", "-0.5e3", "01", "true", " "];
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(""));
    const expectFault = (text: string) => {
      expect(failure(text).code).toMatch(/^(not-json|json-inexact-number)$/);
    };
    const expectNone = (text: string) => {
      expect(offsetOfJsonFault(text)).toBe(text.length);
    };
    fc.assert(
      fc.property(texts, (text) => (isJson(text) ? expectNone : expectFault)(text)),
      { numRuns: 2000 },
    );
  });

  it("has its fault where a foreign character was put between two tokens", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(), (value, position) => {
        const tokens = JSON.stringify(value).match(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^"[\]{},:]+/g) ?? [];
        const before = tokens.slice(0, position % (tokens.length + 1)).join("");
        const after = tokens.slice(position % (tokens.length + 1)).join("");
        expect(offsetOfJsonFault(`${before}?${after}`)).toBe(before.length);
      }),
    );
  });

  it("tells of a merge conflict that Git left", () => {
    const text = '{\n<<<<<<< HEAD\n  "a": 1\n=======\n  "a": 2\n>>>>>>> topic\n}';
    expect(failure(text).message).toContain("merge conflict at line 2");
  });

  it.each(['{"__proto__": {}}', '{"a": [{"constructor": 1}]}', '{"prototype": 1}', '{"\\u005f_proto__": 1}'])(
    "may not name prototypes: %s",
    (text) => {
      expect(failure(text).code).toBe("json-forbidden-key");
    },
  );

  it("names the place of a forbidden key", () => {
    expect(failure('{"a": [{"__proto__": 1}]}').message).toContain("a.0.__proto__");
  });

  it.each([
    ["9007199254740993", "json-inexact-number"],
    ["0.1234567890123456789", "json-inexact-number"],
    ["1e999", "json-inexact-number"],
  ])("with the number %s is refused, because it would be rounded", (number, code) => {
    expect(failure(`{"a": [${number}]}`)).toMatchObject({ code, offset: 7 });
  });

  it.each([
    "9007199254740992",
    "0.1",
    "1e21",
    "-0",
    "0.30000000000000004",
    "1.50000000000000000000",
    "123e-7",
  ])("may have the number %s, which a double keeps", (number) => {
    expect(parseJson(number)).toBe(JSON.parse(number));
  });
});

describe("limits of JSON", () => {
  it("refuse what is too long before looking at it", () => {
    expect(() => parseJson('"abc"', { maximumLength: 4, maximumDepth: 1 })).toThrow(
      "5 characters; 4 are allowed",
    );
  });

  it("count the depth of arrays and objects, not of brackets inside texts", () => {
    const limits = { maximumLength: 100, maximumDepth: 2 };
    expect(parseJson('[{"a": "[[[\\"{{"}]', limits)).toEqual([{ a: '[[["{{' }]);
    expect(() => parseJson('[{"a": []}]', limits)).toThrow("nested deeper than 2 levels (line 1, column 8)");
  });

  it.each(["[", '{"a":', '[{"a":'])("refuse 50 MB of nested %s without parsing it", (open) => {
    const text = open.repeat(Math.ceil((50 * 1024 * 1024) / open.length));
    expect(failure(text).code).toBe("json-too-large");
    const limits = { maximumLength: 100 * 1024 * 1024, maximumDepth: 128 };
    expect(() => parseJson(text, limits)).toThrow("nested deeper than 128 levels");
  });

  it("find the fault of a long broken text in linear time", () => {
    const text = `["${"a\\n".repeat(2_000_000)}`;
    expect(failure(text)).toMatchObject({ code: "not-json", offset: 1 });
  });
});

describe("a key that an object has twice", () => {
  it.each([
    ['{"a":1,"a":2}', "line 1, column 8"],
    ['[{"x":{"a":":","b":"{","a" : 2}}]', "line 1, column 24"],
    ['{"a":1,\n"\\u0061":2}', "line 2, column 1"],
    ['{"__proto":{"a":1},"__proto":1}', "line 1, column 20"],
  ])("is refused where it stands again: %s", (text, place) => {
    expect(() => parseJson(text)).toThrow(`twice in one object: again at ${place}`);
  });

  it.each(['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '{"a":"a\\":a","b":":"}', "{}", "[[],{}]", '":"'])(
    "is not found where it is another object's: %s",
    (text) => expect(parseJson(text)).toEqual(JSON.parse(text)),
  );
});
