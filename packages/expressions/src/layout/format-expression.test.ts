import { describe, expect, test } from "vitest";
import { generateText } from "../fuzz/generate-text.test-support.ts";
import { Random } from "../fuzz/random.test-support.ts";
import { outline } from "../syntax/outline.test-support.ts";
import { parse } from "../syntax/parser.ts";
import { formatExpression } from "./format-expression.ts";

describe("an expression is written anew", () => {
  test.each([
    ["if  $A>1then 'x' else'y'", "if $A > 1 then 'x' else 'y'"],
    ["-1or true", "-1 or true"],
    ["1 - -2*( 3 )", "1 - -2 * (3)"],
    ["f( 1,2 )", "f(1, 2)"],
    ["'it''s'+$O/M.A_B/C", "'it''s' + $O/M.A_B/C"],
    ["$a\r\n\tdiv 2:3", "$a div 2 : 3"],
    [".8 + 60.", ".8 + 60."],
    ["[%CurrentDateTime%]>@M.C", "[%CurrentDateTime%] > @M.C"],
  ])("%j becomes %j", (text, formatted) => {
    expect(formatExpression(text)).toBe(formatted);
  });
});

test("what is long goes over several lines", () => {
  const text =
    "if $Order=empty then 'none' else if $Order/Status=Shop.Status.Open and ($x>3 or $y<4) then concat($Order/Note,'a') else 'other'";
  expect(formatExpression(text, 40)).toBe(
    [
      "if $Order = empty then",
      "  'none'",
      "else if $Order/Status = Shop.Status.Open",
      "  and ($x > 3 or $y < 4) then",
      "  concat($Order/Note, 'a')",
      "else",
      "  'other'",
    ].join("\n"),
  );
  expect(formatExpression("addDays(max($First, $Second), $Distance + 1)", 24)).toBe(
    "addDays(\n  max($First, $Second),\n  $Distance + 1\n)",
  );
});

test.each(["1 +", "(1", "'a", "f(1"])("a text with a problem is left as it is: %s", (text) => {
  expect(formatExpression(text)).toBeUndefined();
});

test("it means the same, however wide the lines are, and formatting twice changes nothing", () => {
  const random = new Random(11);
  for (let count = 0; count < 2_000; count += 1) {
    const text = generateText(random);
    for (const width of [20, 80]) {
      const formatted = formatExpression(text, width) ?? "";
      expect([text, outline(parse(formatted).ast)]).toEqual([text, outline(parse(text).ast)]);
      expect([text, formatExpression(formatted, width)]).toEqual([text, formatted]);
    }
  }
});

test("long chains and deep nesting are formatted too", () => {
  const chain = Array.from({ length: 50_000 }, (_, at) => `$a${at}`).join("+");
  expect(formatExpression(chain)?.split("\n").length).toBe(50_000);
  const deep = `${"(".repeat(300)}1${")".repeat(300)}`;
  expect(formatExpression(deep)?.replace(/\s/g, "")).toBe(deep);
});
