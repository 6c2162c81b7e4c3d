import type { AssociationShape } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { checkText, type ModelDescription, modelOf, type Variables } from "../evaluate.test-support.ts";
import { parse } from "../syntax/parser.ts";
import { formatExpressionType } from "../typed/expression-type.ts";
import { check } from "./check.ts";

const orderCustomer: AssociationShape = {
  name: "Sales.Order_Customer",
  owner: "Sales.Order",
  target: "Sales.Customer",
  multiplicity: "single",
  isOneToOne: false,
};

const model: ModelDescription = {
  entities: {
    "Sales.Order": {
      attributes: {
        Number: "integer",
        Total: "decimal",
        Weight: "decimal",
        Placed: "dateTime",
        Status: { kind: "enumeration", enumeration: "Sales.Status" },
        Note: "string",
        IsPaid: "boolean",
      },
      initial: { Number: 0, Total: 0, IsPaid: false },
    },
    "Sales.RushOrder": { attributes: { Fee: "decimal" }, initial: { Fee: 0 }, generalization: "Sales.Order" },
    "Sales.Customer": { attributes: { Name: "string" } },
  },
  associations: [orderCustomer],
  enumerations: {
    "Sales.Status": [
      ["Open", "Open"],
      ["Closed", "Closed"],
    ],
    "Sales.Colour": [["Red", "Red"]],
  },
  constants: { "Sales.Limit": { kind: "decimal" } },
};

const variables: Variables = {
  Order: ["Object(Sales.Order)", null],
  Rush: ["Object(Sales.RushOrder)", null],
  Customer: ["Object(Sales.Customer)", null],
  Orders: ["List(Sales.Order)", null],
  n: ["Integer", null],
  maybe: ["Integer?", null],
  d: ["Decimal", null],
  s: ["String", null],
  b: ["Boolean", null],
  day: ["DateTime", null],
  status: ["Enumeration(Sales.Status)", null],
};

describe("every expression has a type", () => {
  test.each([
    ["1", "Integer"],
    ["1.", "Decimal"],
    ["-9223372036854775808", "Integer"],
    ["'a'", "String"],
    ["empty", "empty"],
    ["$n + 1", "Integer"],
    ["$n * 1.5", "Decimal"],
    ["12 : 3", "Decimal"],
    ["7 mod 2.0", "Decimal"],
    ["'a' + 1", "String"],
    ["1 + 'a' + 1", "String"],
    ["$n > 1.5", "Boolean"],
    ["$Order/Total", "Decimal"],
    ["$Rush/Total + $Rush/Fee", "Decimal"],
    ["$Order/Sales.Order_Customer", "Object(Sales.Customer)"],
    ["$Order/Sales.Order_Customer/Name", "String"],
    ["$Order/Sales.Order_Customer/Sales.Customer/Name", "String"],
    ["$Order = $Rush", "Boolean"],
    ["Sales.Status.Open", "Enumeration(Sales.Status)"],
    ["$Order/Status = Sales.Status.Open", "Boolean"],
    ["@Sales.Limit", "Decimal"],
    ["[%CurrentDateTime%]", "DateTime"],
    ["if $b then 1 else 2.5", "Decimal"],
    ["if $b then empty else $Order", "Object(Sales.Order)"],
    ["if $b then $Rush else $Order", "Object(Sales.Order)"],
    ["length($Orders)", "Integer"],
    ["max($n, $d)", "Decimal"],
    ["round($d, 2)", "Decimal"],
    ["round($d)", "Integer"],
    ["toString($status) + getKey($status)", "String"],
    ["$Orders = empty", "Boolean"],
    ["$Order/Note = empty", "Boolean"],
  ])("%s is %s", (text, type) => {
    const checked = checkText(text, { variables, model });
    expect(checked.problems).toEqual([]);
    expect(formatExpressionType(checked.type)).toBe(type);
  });
});

describe("what is wrong is said once, at its place, in plain words", () => {
  test.each([
    ["$Ordr/Total", "unknown-variable@0-5", "There is no variable $Ordr here. Did you mean $Order?"],
    ["$Order/Totl", "unknown-attribute@7-11", "Sales.Order has no attribute Totl. Did you mean Total?"],
    [
      "$Order/Order_Customer/Name",
      "unknown-attribute@7-21",
      "Sales.Order has no attribute Order_Customer. Did you mean Sales.Order_Customer?",
    ],
    [
      "$Order/Sales.Order_Custmer",
      "unknown-association@7-26",
      "Sales.Order has no association Sales.Order_Custmer. Did you mean Sales.Order_Customer?",
    ],
    [
      "$Order/Sales.Order_Customer/Sales.Order/Total",
      "unknown-association@28-39",
      "Sales.Order_Customer leads to Sales.Customer, not to Sales.Order.",
    ],
    [
      "$Customer/Sales.Order_Customer",
      "many-objects@10-30",
      "Sales.Order_Customer can lead to many objects: retrieve them with the activity Retrieve, then use the list.",
    ],
    [
      "$Orders/Total",
      "many-objects@8-13",
      "$Orders is a list: take one object from it first, with a loop or the list operation Head.",
    ],
    ["$n/Total", "not-an-object@3-8", "Only an object has attributes, and this is an Integer."],
    [
      "Sales.Stats.Open",
      "unknown-enumeration@0-16",
      "There is no enumeration Sales.Stats. Did you mean Sales.Status.Open?",
    ],
    [
      "Sales.Status.Opn",
      "unknown-enumeration-value@0-16",
      "The enumeration Sales.Status has no value Opn. Did you mean Sales.Status.Open?",
    ],
    [
      "Sales.Status",
      "unknown-enumeration-value@0-12",
      "Name one of the values of Sales.Status: Sales.Status.Value.",
    ],
    ["@Sales.Limt", "unknown-constant@0-11", "There is no constant Sales.Limt. Did you mean @Sales.Limit?"],
    [
      "[%CurrentDatetime%]",
      "unknown-token@0-19",
      "There is no token [%CurrentDatetime%] in expressions. Did you mean [%CurrentDateTime%]?",
    ],
    ["lenght($s)", "unknown-function@0-6", "There is no function lenght. Did you mean length?"],
    ["Order", "unknown-name@0-5", "A variable is written with a dollar sign: $Order."],
    ["trim", "unknown-name@0-4", "trim is a function: write its arguments in parentheses behind it."],
    [
      "substring($s)",
      "wrong-argument-count@0-13",
      "substring takes 2 or 3 arguments, not 1: substring(text, start) or substring(text, start, length).",
    ],
    [
      "max(1)",
      "wrong-argument-count@0-6",
      "max takes 2 or more arguments, not 1: max(number1, number2, ...) or max(date1, date2, ...).",
    ],
    ["random(1)", "wrong-argument-count@0-9", "random takes no arguments, not 1: random()."],
    ["trim($n)", "wrong-argument@5-7", "'text' of trim is a String, and this is an Integer."],
    [
      "substring($s, $d)",
      "wrong-argument@14-16",
      "'start' of substring is an Integer, and this is a Decimal.",
    ],
    ["abs(empty)", "empty-operand@4-9", "abs needs a value for 'number': empty is none."],
    ["$n + $b", "wrong-operand@5-7", "'+' adds numbers or joins text, and this is a Boolean."],
    ["'a' + $b", "wrong-operand@6-8", "A Boolean cannot be joined to text. Use toString()."],
    ["'a' - 1", "wrong-operand@0-3", "'-' takes numbers, and this is a String."],
    ["$b and $n", "wrong-operand@7-9", "'and' joins two Booleans, and this is an Integer."],
    [
      "$s < 'b'",
      "wrong-operand@0-2",
      "'<' compares numbers or dates of the same type, and this is a String.",
    ],
    ["$s = $n", "wrong-operand@0-7", "A String cannot be compared with an Integer."],
    [
      "$status = Sales.Colour.Red",
      "wrong-operand@0-26",
      "An Enumeration(Sales.Status) cannot be compared with an Enumeration(Sales.Colour).",
    ],
    [
      "$Order = $Customer",
      "wrong-operand@0-18",
      "An Object(Sales.Order) cannot be compared with an Object(Sales.Customer).",
    ],
    ["-$s", "wrong-operand@1-3", "'-' takes a number, and this is a String."],
    [
      "1 + empty",
      "empty-operand@4-9",
      "'+' needs a value on both sides: empty can only be compared with = and !=.",
    ],
    [
      "1 < 2 < 3",
      "chained-comparison@6-7",
      "Two comparisons cannot follow each other: join them with 'and', or put parentheses around one.",
    ],
    ["if $n then 1 else 2", "wrong-type@3-5", "The condition of 'if' is a Boolean, and this is an Integer."],
    [
      "if $b then 1 else 'a'",
      "branches-differ@18-21",
      "Both branches must have the same type: 'then' has an Integer, 'else' has a String.",
    ],
    [
      "9223372036854775808",
      "integer-too-large@0-19",
      "An Integer has at most 64 bits: write this number with a point at its end to make it a Decimal.",
    ],
  ])("%s", (text, place, message) => {
    const [problem, ...others] = checkText(text, { variables, model }).problems.filter(
      ({ code }) => code !== "constant-condition" && !(text.startsWith("1 < 2") && code === "wrong-operand"),
    );
    expect(`${problem?.code}@${problem?.from}-${problem?.to}`).toBe(place);
    expect(problem?.message).toBe(message);
    expect(others).toEqual([]);
  });
});

describe("an expected type is kept", () => {
  test.each([
    ["1", "decimal", []],
    ["empty", "integer", []],
    ["1.5", "integer", ["not-a-whole-number"]],
    ["12 : 3", "integer", ["not-a-whole-number"]],
    ["1", "string", ["wrong-type"]],
    ["'a'", "boolean", ["wrong-type"]],
  ] as const)("%s where %s is expected", (text, kind, codes) => {
    expect(checkText(text, { expected: { kind } }).problems.map(({ code }) => code)).toEqual(codes);
  });

  test("a specialization stands for its generalization, not the other way round", () => {
    const expected = (entity: string) => ({
      variables,
      model,
      expected: { kind: "object", entity } as const,
    });
    expect(checkText("$Rush", expected("Sales.Order")).problems).toEqual([]);
    expect(checkText("$Order", expected("Sales.RushOrder")).problems.map(({ code }) => code)).toEqual([
      "wrong-type",
    ]);
  });
});

describe("fixes", () => {
  test.each([
    ["$Ordr", "$Order"],
    ["lenght($s)", "length($s)"],
    ["$Order/Status = 'Open'", "$Order/Status = Sales.Status.Open"],
    ["trim($n)", "trim(toString($n))"],
    ["'a' + $b", "'a' + toString($b)"],
    ["$maybe > 3", "($maybe != empty and $maybe > 3)"],
    ["substring($s, $d)", "substring($s, round($d))"],
  ])("%s becomes %s", (text, expected) => {
    const edits = checkText(text, { variables, model }).problems[0]?.fix?.edits ?? [];
    const fixed = edits
      .toReversed()
      .reduce((t, { from, to, insert }) => t.slice(0, from) + insert + t.slice(to), text);
    expect(fixed).toBe(expected);
    expect(checkText(fixed, { variables, model }).problems).toEqual([]);
  });
});

describe("a Boolean where an enumeration says yes or no", () => {
  const answers: ModelDescription = {
    ...model,
    enumerations: {
      ...model.enumerations,
      "Sales.Answer": [
        ["_TRUE", "Yes"],
        ["_FALSE", "No"],
      ],
    },
  };
  const problemsOf = (text: string, enumeration: string) =>
    checkText(text, { variables, model: answers, expected: { kind: "enumeration", enumeration } }).problems;

  test.each([
    ["true", "if true then Sales.Answer._TRUE else Sales.Answer._FALSE"],
    ["$n > 3", "if $n > 3 then Sales.Answer._TRUE else Sales.Answer._FALSE"],
    [
      "if $b then $b else false",
      "if (if $b then $b else false) then Sales.Answer._TRUE else Sales.Answer._FALSE",
    ],
  ])("%s can be converted", (text, expected) => {
    const [problem] = problemsOf(text, "Sales.Answer");
    expect(problem).toMatchObject({ code: "wrong-type", fix: { label: "Convert to Answer" } });
    const fixed = (problem?.fix?.edits ?? [])
      .toReversed()
      .reduce((t, { from, to, insert }) => t.slice(0, from) + insert + t.slice(to), text);
    expect(fixed).toBe(expected);
    expect(problemsOf(fixed, "Sales.Answer").filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("cannot become a value of another enumeration", () => {
    const problems = problemsOf("$b", "Sales.Status");
    expect(problems.map(({ code, fix }) => [code, fix])).toEqual([["wrong-type", undefined]]);
  });
});

describe("warnings", () => {
  const warnings = (text: string) => checkText(text, { variables, model }).problems.map(({ code }) => code);

  test.each([
    "$maybe > 3",
    "1 + $maybe",
    "-$maybe",
    "$Order/Weight * 2",
    "$maybe = empty and $maybe > 3",
    "$maybe != empty or $maybe > 3",
    "if $maybe = empty then $maybe + 1 else 0",
  ])("%s may fail on empty", (text) => {
    expect(warnings(text)).toEqual(["possibly-empty"]);
  });

  test.each([
    "$n > 3",
    "$Order/Total > 3",
    "$maybe = 3",
    "$maybe != empty and $maybe > 3",
    "$maybe = empty or $maybe > 3",
    "not($maybe = empty) and $maybe > 3",
    "$b and $maybe != empty and $maybe > 3 and $maybe < 9",
    "if $maybe != empty then $maybe + 1 else 0",
    "if $Order/Weight = empty or $b then 0.0 else $Order/Weight",
    "$Order/Weight != empty and $Order/Weight > 1",
  ])("%s cannot", (text) => {
    expect(warnings(text)).toEqual([]);
  });

  test.each(["if true then 1 else 2", "$b and 1 > 2", "if not(1 = 2) then 1 else 2"])(
    "%s never changes",
    (text) => {
      expect(warnings(text)).toEqual(["constant-condition"]);
    },
  );
});

test("a broken part hides no problem of another one and causes none", () => {
  const codes = checkText("$Ordr/Total > 3 and length($s, 1) = and $n", { variables, model }).problems;
  expect(codes.map(({ code }) => code)).toEqual([
    "unknown-variable",
    "wrong-argument-count",
    "operand-missing",
    "wrong-operand",
  ]);
});

test("long chains are checked without deep recursion", () => {
  expect(checkText(`1${" + 1".repeat(50_000)}`).problems).toEqual([]);
  expect(checkText(`$b${" and $b".repeat(50_000)}`, { variables, model }).problems).toEqual([]);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "%s is no way into the host",
  (name) => {
    expect(checkText(`$${name}`, { variables, model }).isUsable).toBe(false);
    expect(checkText(`$Order/${name}`, { variables, model }).isUsable).toBe(false);
    expect(checkText(`[%${name}%]`, { variables, model }).isUsable).toBe(false);
    expect(checkText(`${name}.${name}.${name}`, { variables, model }).isUsable).toBe(false);
    expect(checkText(`${name}()`, { variables, model }).isUsable).toBe(false);
  },
);

test.each(["$Broken", "$Broken/Total + 1", "$Broken/Sales.Order_Customer/Name", "$Broken = empty"])(
  "nothing is said about a variable whose type is unknown: %s",
  (text) => {
    const broken = { name: "Broken", type: { kind: "unknown" } } as const;
    const scope = { model: modelOf(model), variable: () => broken, variables: () => [broken] };
    expect(check(parse(text), scope).problems).toEqual([]);
  },
);
