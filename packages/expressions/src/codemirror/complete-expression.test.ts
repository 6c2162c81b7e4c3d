import type { DataType } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { modelOf, scopeOf } from "../evaluate.test-support.ts";
import { completeExpression } from "./complete-expression.ts";
import { expressionParser } from "./expression-parser.ts";
import { helpAt } from "./help-at.ts";
import { signatureAt } from "./signature-at.ts";

const model = modelOf({
  entities: {
    "Sales.Order": { attributes: { Number: "integer", Note: "string" } },
    "Sales.Customer": { attributes: { Name: "string" } },
  },
  associations: [
    {
      name: "Sales.Order_Customer",
      owner: "Sales.Order",
      target: "Sales.Customer",
      multiplicity: "single",
      isOneToOne: false,
    },
  ],
  enumerations: {
    "Aws.ENUM_Region": [
      ["us_east_1", "US East (N. Virginia)"],
      ["eu_west_1", "Europe (Ireland)"],
    ],
    "Sales.Status": [["Open", "Open"]],
  },
  constants: { "Sales.Limit": { kind: "decimal" } },
});
const scope = scopeOf(
  {
    Order: ["Object(Sales.Order)", null],
    IteratorTable: ["Object(Sales.Customer)", null],
    count: ["Integer", null],
    text: ["String", null],
  },
  model,
);

function labels(text: string, expected: readonly DataType[] = []): string[] {
  const at = text.includes("|") ? text.indexOf("|") : text.length;
  return completeExpression(text.replace("|", ""), at, { scope, expected }).options.map(({ label }) => label);
}

describe("completion", () => {
  test.each<[string, string, string[]]>([
    ["variables after $", "$", ["$Order", "$IteratorTable", "$count", "$text"]],
    ["variables by any part of the name", "$table", ["$IteratorTable"]],
    ["attributes and associations after /", "$Order/", ["Number", "Note", "Sales.Order_Customer"]],
    ["members that match", "$Order/No", ["Note"]],
    ["what is behind an association", "$Order/Sales.Order_Customer/", ["Name", "Sales.Order_Customer"]],
    ["an enumeration by its last part", "ENUM_Region", ["Aws.ENUM_Region"]],
    ["values after the dot of an enumeration", "Aws.ENUM_Region.", ["us_east_1", "eu_west_1"]],
    ["values by their caption", "Aws.ENUM_Region.ireland", ["eu_west_1"]],
    ["constants after @", "@", ["@Sales.Limit"]],
    ["functions by name", "toLow", ["toLowerCase"]],
    ["operators behind an operand", "$count a", ["and", "or", "div", "mod", "then", "else"]],
    ["nothing inside a text", "'$Or", []],
    ["what is left of the cursor only", "$Ord|er/Number", ["$Order"]],
  ])("offers %s", (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test("puts what has the expected type first", () => {
    expect(labels("$", [{ kind: "string" }])[0]).toBe("$text");
    expect(labels("$Order/", [{ kind: "string" }])[0]).toBe("Note");
  });

  test("writes values of an expected enumeration in full", () => {
    const expected = [{ kind: "enumeration", enumeration: "Aws.ENUM_Region" }] as const;
    const [first] = completeExpression("us", 2, { scope, expected }).options;
    expect(first).toMatchObject({ label: "us_east_1", insert: "Aws.ENUM_Region.us_east_1" });
  });

  const texts = ["Orders", "Orders of 'old'", "Products"].map((text) => ({ text, detail: "table" }));
  const offered = (text: string) =>
    completeExpression(text, text.length, { scope, expected: [], texts }).options.map(({ label }) => label);

  test("offers texts that are likely to be meant, before all else and inside the quotes", () => {
    expect(offered("").slice(0, 3)).toEqual(["'Orders'", "'Orders of ''old'''", "'Products'"]);
    expect(offered("'Or")).toEqual(["'Orders'", "'Orders of ''old'''"]);
    expect(offered("'x' + 'Prod")).toEqual(["'Products'"]);
    expect(offered("12")).toEqual([]);
    expect(completeExpression("'x' + 'Prod", 11, { scope, expected: [], texts }).from).toBe(6);
  });

  test("replaces from where the name begins", () => {
    expect(completeExpression("1 + $Or", 7, { scope, expected: [] }).from).toBe(4);
    expect(completeExpression("Aws.ENUM_Region.us", 18, { scope, expected: [] }).from).toBe(16);
  });
});

test.each([
  ["substring($text, ", "substring", 1],
  ["substring(length($text), 1, ", "substring", 2],
  ["length(", "length", 0],
])("in %j the call is %s and the argument %i", (text, name, argument) => {
  expect(signatureAt(text, text.length)).toMatchObject({ row: { name }, argument });
});

test.each([
  ["$Order/Number", 2, "$Order"],
  ["$Order/Number", 9, "Number"],
  ["length('a')", 3, "length(text)"],
  ["Aws.ENUM_Region.us_east_1", 3, "us_east_1"],
  ["1 + 2", 2, "+"],
])("pointing at %j (%i) tells about %s", (text, at, title) => {
  expect(helpAt(text, at, scope)?.title).toBe(title);
});

test.each(["", " ", "$a/b + length('x'", "1 +", "[%Cur", "'open", "if a then"])(
  "the tree of %j covers the text and nothing else",
  (text) => {
    const tree = expressionParser.parse(text);
    expect(tree.length).toBe(text.length);
    tree.iterate({
      enter: ({ from, to }) => {
        expect(from).toBeLessThanOrEqual(to);
        expect(to).toBeLessThanOrEqual(text.length);
      },
    });
  },
);
