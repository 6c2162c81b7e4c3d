import {
  type AssociationShape,
  createObject,
  decimalFromText,
  link,
  ObjectList,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import { describe, expect, test } from "vitest";
import {
  checkText,
  evaluateText,
  type ModelDescription,
  modelOf,
  printValue,
  type Variables,
} from "../evaluate.test-support.ts";
import { EvaluationError } from "../evaluation-error.ts";

const orderCustomer: AssociationShape = {
  name: "Sales.Order_Customer",
  owner: "Sales.Order",
  target: "Sales.Customer",
  multiplicity: "single",
  isOneToOne: false,
};
const model: ModelDescription = {
  entities: {
    "Sales.Order": { attributes: { Total: "decimal", Number: "long", Note: "string" } },
    "Sales.Customer": { attributes: { Name: "string" } },
  },
  associations: [orderCustomer],
  enumerations: { "Sales.Status": [["InProgress", "In progress"]] },
  constants: { "Sales.Limit": { kind: "integer" } },
};

function objectOf(entity: string, values: Readonly<Record<string, Value>>) {
  const shape = modelOf(model).shape(entity);
  if (!shape) throw new Error(entity);
  const object = createObject(shape);
  for (const [name, value] of Object.entries(values)) writeAttribute(object, name, value);
  return object;
}

const total = decimalFromText("100.50") as Value;
const order = objectOf("Sales.Order", { Total: total, Number: 7 });
const lonely = objectOf("Sales.Order", {});
link(
  { object: order, association: orderCustomer, end: "owner" },
  objectOf("Sales.Customer", { Name: "Ann" }),
);

const variables: Variables = {
  Order: ["Object(Sales.Order)", order],
  Same: ["Object(Sales.Order)", order],
  Lonely: ["Object(Sales.Order)", lonely],
  NoOrder: ["Object(Sales.Order)", null],
  Orders: ["List(Sales.Order)", new ObjectList("Sales.Order", [order])],
  NoOrders: ["List(Sales.Order)", new ObjectList("Sales.Order")],
  n: ["Integer", 5],
  big: ["Integer", 2n ** 62n],
  noInteger: ["Integer", null],
  noDecimal: ["Decimal", null],
  noText: ["String", null],
  noBoolean: ["Boolean", null],
  noStatus: ["Enumeration(Sales.Status)", null],
};

function evaluated(text: string): string {
  const { type } = checkText(text, { variables, model });
  const environment = { constant: () => 42 };
  return printValue(evaluateText(text, { variables, model, environment }), type.kind);
}

describe("values", () => {
  test.each([
    ["$Order/Total * 1.21 + (if $n > 3 then 1 else 2)", "122.605"],
    ["9007199254740991 + 1", "9007199254740992"],
    ["9007199254740993 - 1", "9007199254740992"],
    ["$big + ($big - 1)", "9223372036854775807"],
    ["0.1 + 0.2", "0.3"],
    ["0.1 + 0.2 = 0.30", "true"],
    ["1 = 1.0", "true"],
    ["3 : 7", "0.4285714285714285714285714285714286"],
    ["(3 : 7) * 7", "3.0000000000000000000000000000000002"],
    ["-7 mod 3", "-1"],
    ["7 mod -3", "1"],
    ["-5.5 mod 2", "-1.5"],
    ["0 * -3", "0"],
    ["1 - 2 - 3", "-4"],
    ["2 + 3 * 4", "14"],
    ["-2 * -3", "6"],
    ["-9223372036854775808", "-9223372036854775808"],
    ["'it''s'", "it's"],
    ["1 + 'a' + 1.50 + 2", "1a1.52"],
    ["1 + 2 + 'a'", "3a"],
    ["'a' + $noText + $noInteger + $noDecimal + 'b'", "ab"],
    ["true or $noBoolean", "true"],
    ["false and $noBoolean", "false"],
    ["if 2 > 1 then 'yes' else 'no'", "yes"],
    ["if false then empty else 1", "1"],
    ["if $n = 5 then 1 else 2.5", "1"],
    ["$Order/Sales.Order_Customer/Name", "Ann"],
    ["$Order/Sales.Order_Customer/Sales.Customer/Name", "Ann"],
    ["$Order = $Same", "true"],
    ["$Order = $Lonely", "false"],
    ["$NoOrder = empty", "true"],
    ["$NoOrder/Total = empty", "true"],
    ["$NoOrder/Total != empty", "false"],
    ["empty = $Lonely/Sales.Order_Customer/Name", "true"],
    ["$NoOrder = empty or $NoOrder/Total > 3", "true"],
    ["$Orders = empty", "false"],
    ["$NoOrders = empty", "true"],
    ["$NoOrders != empty", "false"],
    ["$noText = ''", "false"],
    ["$noText = $noText", "true"],
    ["$noDecimal = 1.0", "false"],
    ["$noDecimal != 1.0", "true"],
    ["toString($noStatus) + getKey($noStatus) + getCaption($noStatus)", ""],
    ["getCaption(Sales.Status.InProgress)", "In progress"],
    ["getKey(Sales.Status.InProgress)", "InProgress"],
    ["@Sales.Limit + 1", "43"],
    ["length($Orders) + length($NoOrders) + length($noText)", "1"],
    ["trim($noText) = ''", "true"],
    ["contains('abc', $noText)", "true"],
    ["[%CurrentDateTime%]", "2024-02-29T13:14:15.016Z"],
    ["[%BeginOfCurrentDay%]", "2024-02-29T00:00:00.000Z"],
    ["[%EndOfCurrentMonth%]", "2024-02-29T23:59:59.999Z"],
    ["[%BeginOfCurrentWeek%]", "2024-02-25T00:00:00.000Z"],
    ["[%EndOfYesterday%]", "2024-02-28T23:59:59.999Z"],
    ["[%BeginOfTomorrowUTC%]", "2024-03-01T00:00:00.000Z"],
    ["[%DayLength%]", "86400000"],
    ["isNew($Order)", "true"],
    ["random()", "0.25"],
  ])("%s is %s", (text, expected) => {
    expect(evaluated(text)).toBe(expected);
  });
});

describe("failures say what is wrong, and where", () => {
  test.each([
    ["9223372036854775807 + 1", "integer-overflow@0-23"],
    ["-9223372036854775807 - 2", "integer-overflow@0-24"],
    ["3037000500 * 3037000500", "integer-overflow@0-23"],
    ["4611686018427387904 * 2 - 1 + 0.0", "integer-overflow@0-23"],
    ["abs(-9223372036854775808)", "integer-overflow@0-25"],
    ["-(-9223372036854775808)", "integer-overflow@0-23"],
    ["1 : 0", "division-by-zero@0-5"],
    ["1 mod 0", "division-by-zero@0-7"],
    ["1.5 mod 0.0", "division-by-zero@0-11"],
    ["1 + $noInteger", "empty-operand@4-14"],
    ["$noDecimal * 2.0", "empty-operand@0-10"],
    ["-$noInteger", "empty-operand@0-11"],
    ["$noInteger <= 3", "empty-operand@0-10"],
    ["3 > $noInteger", "empty-operand@4-14"],
    ["$noBoolean and true", "empty-operand@0-10"],
    ["false or $noBoolean", "empty-operand@9-19"],
    ["if $noBoolean then 1 else 2", "empty-operand@3-13"],
    ["not($noBoolean)", "empty-operand@4-14"],
    ["abs($noInteger)", "empty-operand@4-14"],
    ["$NoOrder/Total", "empty-object@0-14"],
    ["$NoOrder/Total = $Order/Total", "empty-object@0-14"],
    ["$Lonely/Sales.Order_Customer/Name", "empty-object@0-33"],
    ["substring('abc', 4)", "argument-out-of-range@0-19"],
    ["substring('abc', 1, 3)", "argument-out-of-range@0-22"],
    ["sqrt(-1)", "argument-out-of-range@0-8"],
    ["parseInteger('9223372036854775808')", "not-readable@0-35"],
    ["parseDecimal('')", "not-readable@0-16"],
    ["pow(10, 100000)", "limit-size@0-15"],
    ["pow(0.5, 100000)", "limit-size@0-16"],
  ])("%s", (text, place) => {
    let failure: unknown;
    try {
      evaluated(text);
    } catch (error) {
      failure = error;
    }
    expect(failure).toBeInstanceOf(EvaluationError);
    const { code, from, to, message } = failure as EvaluationError;
    expect(`${code}@${from}-${to}`).toBe(place);
    expect(message).toMatch(/[.]$/);
  });
});

describe("long chains are evaluated without deep recursion", () => {
  test.each([
    [`1${" + 1".repeat(50_000)}`, "50001"],
    [`true${" and true".repeat(50_000)}`, "true"],
    [`'a'${" + 'a'".repeat(5_000)} = ''`, "false"],
    [`${"(".repeat(300)}$n${")".repeat(300)}`, "5"],
    [`${"if $n = 0 then 1 else ".repeat(300)}2`, "2"],
  ])("%#", (text, expected) => {
    expect(evaluated(text)).toBe(expected);
  });
});

test("a text cannot grow without limit", () => {
  const doubled = `$s${" + $s".repeat(200)}`;
  const long: Variables = { s: ["String", "x".repeat(100_000)] };
  expect(() => evaluateText(doubled, { variables: long })).toThrow("longer than 10,000,000 characters");
  const umlauts: Variables = { s: ["String", "ä".repeat(2_000_000)] };
  expect(() => evaluateText("urlEncode($s)", { variables: umlauts })).toThrow(
    "longer than 10,000,000 characters",
  );
  expect(() => evaluateText("replaceAll($s, '', '12345678')", { variables: umlauts })).toThrow("longer than");
  expect(() => evaluateText("contains($s + 'x', $s)", { variables: umlauts })).toThrow(
    "too long to look for",
  );
  expect(() => evaluateText(`isMatch($s, '${"a".repeat(200)}')`, { variables: umlauts })).toThrow(
    "too long for this",
  );
});

test("the day of a token is that of the time zone", () => {
  const environment = { timeZone: "Pacific/Auckland", clock: () => Date.UTC(2024, 0, 1, 12) };
  expect(evaluateText("[%BeginOfCurrentDay%]", { environment })).toBe(Date.UTC(2024, 0, 1, 11));
  expect(evaluateText("[%BeginOfCurrentDayUTC%]", { environment })).toBe(Date.UTC(2024, 0, 1));
});
