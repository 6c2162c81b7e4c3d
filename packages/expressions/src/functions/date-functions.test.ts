import { describe, expect, test } from "vitest";
import { checkText, evaluateText, type Variables } from "../evaluate.test-support.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";

const amsterdam = { timeZone: "Europe/Amsterdam", locale: "nl_NL", firstDayOfWeek: "Monday" } as const;

function date(text: string): Variables {
  return { d: ["DateTime", text === "empty" ? null : Date.parse(text)] };
}

function evaluated(
  expression: string,
  at: string,
  environment: Partial<EvaluationEnvironment> = amsterdam,
): unknown {
  const value = evaluateText(expression, { variables: date(at), environment });
  return typeof value === "number" && checkText(expression, { variables: date(at) }).type.kind === "dateTime"
    ? new Date(value).toISOString()
    : value;
}

describe("days and more keep the time on the wall when the clock changes, hours and less do not", () => {
  // In 2024 Amsterdam's clock went forward on 31 March at 02:00 and back on 27 October at 03:00.
  test.each([
    ["addDays($d, 1)", "2024-03-30T11:00:00Z", "2024-03-31T10:00:00.000Z"],
    ["addDaysUTC($d, 1)", "2024-03-30T11:00:00Z", "2024-03-31T11:00:00.000Z"],
    ["addHours($d, 24)", "2024-03-30T11:00:00Z", "2024-03-31T11:00:00.000Z"],
    ["subtractWeeks($d, 1)", "2024-11-01T11:00:00Z", "2024-10-25T10:00:00.000Z"],
    ["addMonths($d, 1)", "2024-01-31T11:00:00Z", "2024-02-29T11:00:00.000Z"],
    ["addQuarters($d, 1)", "2024-01-31T11:00:00Z", "2024-04-30T10:00:00.000Z"],
    ["addYears($d, 1)", "2024-02-29T11:00:00Z", "2025-02-28T11:00:00.000Z"],
    ["subtractYears($d, -1)", "2024-02-29T11:00:00Z", "2025-02-28T11:00:00.000Z"],
    ["addMonths($d, -13)", "2024-03-31T10:00:00Z", "2023-02-28T11:00:00.000Z"],
    // 02:30 does not exist on 31 March: it becomes 03:30.
    ["addDays($d, 1)", "2024-03-30T01:30:00Z", "2024-03-31T01:30:00.000Z"],
    // 02:30 exists twice on 27 October: the first is meant.
    ["addDays($d, 1)", "2024-10-26T00:30:00Z", "2024-10-27T00:30:00.000Z"],
    ["beginOfDay($d)", "2024-03-31T10:00:00Z", "2024-03-30T23:00:00.000Z"],
    ["endOfDay($d)", "2024-03-31T10:00:00Z", "2024-03-31T21:59:59.999Z"],
    ["endOfMonth($d)", "2024-03-15T10:00:00Z", "2024-03-31T21:59:59.999Z"],
    ["endOfYear($d)", "2024-03-15T10:00:00Z", "2024-12-31T22:59:59.999Z"],
    ["trimToHours($d)", "2024-10-27T01:30:00Z", "2024-10-27T01:00:00.000Z"],
    ["trimToDaysUTC($d)", "2024-03-31T23:30:00Z", "2024-03-31T00:00:00.000Z"],
    ["trimToMonths($d)", "2024-03-31T23:30:00Z", "2024-03-31T22:00:00.000Z"],
    ["trimToMonthsUTC($d)", "2024-03-31T23:30:00Z", "2024-03-01T00:00:00.000Z"],
    ["trimToSeconds($d)", "1969-12-31T23:59:59.500Z", "1969-12-31T23:59:59.000Z"],
  ])("%s of %s", (expression, at, expected) => {
    expect(evaluated(expression, at)).toBe(expected);
  });
});

describe("a week starts where the user's does", () => {
  test.each([
    ["Monday", "2024-02-26T00:00:00.000Z", "2024-03-03T23:59:59.999Z"],
    ["Sunday", "2024-02-25T00:00:00.000Z", "2024-03-02T23:59:59.999Z"],
    ["Saturday", "2024-02-24T00:00:00.000Z", "2024-03-01T23:59:59.999Z"],
    ["Thursday", "2024-02-29T00:00:00.000Z", "2024-03-06T23:59:59.999Z"],
  ] as const)("%s", (firstDayOfWeek, begin, end) => {
    expect(evaluated("beginOfWeek($d)", "2024-02-29T12:00:00Z", { firstDayOfWeek })).toBe(begin);
    expect(evaluated("endOfWeek($d)", "2024-02-29T12:00:00Z", { firstDayOfWeek })).toBe(end);
  });
});

describe("locale and zone of the environment count", () => {
  test.each([
    ["formatDateTime($d, 'EEEE d MMMM yyyy HH:mm zzz')", amsterdam, "vrijdag 1 maart 2024 00:30 CET"],
    [
      "formatDateTimeUTC($d, 'EEEE d MMMM yyyy HH:mm zzz')",
      amsterdam,
      "donderdag 29 februari 2024 23:30 UTC",
    ],
    ["formatDate($d)", amsterdam, "01-03-2024"],
    ["formatDateUTC($d)", { ...amsterdam, locale: "de_DE" }, "29.02.24"],
    ["formatTime($d)", { ...amsterdam, locale: "en_GB" }, "00:30"],
    ["toString($d)", amsterdam, "Fri Mar 01 00:30:00 CET 2024"],
    ["formatDateTime($d, 'dd/MM/yyyy')", { locale: "ar-EG" }, "٢٩/٠٢/٢٠٢٤"],
    ["formatDecimal(1234.5, '#,##0.00')", amsterdam, "1.234,50"],
    ["formatDecimal(1234.5, '#,##0.00', 'fr_FR')", amsterdam, "1\u202f234,50"],
    ["toString(parseDecimal('1.234,5', '#,##0.#'))", amsterdam, "1234.5"],
  ])("%s", (expression, environment, expected) => {
    expect(evaluated(expression, "2024-02-29T23:30:00Z", environment)).toBe(expected);
  });

  test.each([
    ["parseDateTime('1 maart 2024 00:30', 'd MMMM yyyy HH:mm')", "2024-02-29T23:30:00.000Z"],
    ["parseDateTimeUTC('1 maart 2024 00:30', 'd MMMM yyyy HH:mm')", "2024-03-01T00:30:00.000Z"],
    ["parseDateTime('2024-03-01T00:30-05:00', 'yyyy-MM-dd''T''HH:mmXXX')", "2024-03-01T05:30:00.000Z"],
    ["parseDateTime('31-03-2024 02:30', 'dd-MM-yyyy HH:mm')", "2024-03-31T01:30:00.000Z"],
  ])("%s", (expression, expected) => {
    expect(evaluated(expression, "empty")).toBe(expected);
  });
});

describe("what cannot be is refused", () => {
  test.each([
    ["dateTime(1799)", "argument-invalid"],
    ["dateTime(2023, 2, 29)", "argument-invalid"],
    ["dateTime(2023, 2, 28, 24)", "argument-invalid"],
    ["dateTime(2023, 1 + 1)", "fixed-value-needed"],
    ["dateTime(2023, 1, 1, 0, 0, 0, 0)", "wrong-argument-count"],
    ["formatDateTime($d, 'yyyy-QQ')", "argument-invalid"],
    ["formatDateTime($d, 'yyyy ''at')", "argument-invalid"],
    ["parseDateTime('1', 'w')", "argument-invalid"],
    ["formatDecimal(1, 'abc')", "argument-invalid"],
    ["formatDecimal(1, '¤0')", "argument-invalid"],
    ["parseDecimal('1', '0.0.0')", "argument-invalid"],
    ["isMatch('a', '(a')", "argument-invalid"],
  ])("%s: %s", (expression, code) => {
    const { problems } = checkText(expression, { variables: date("empty") });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  test.each([
    ["addYears($d, 300000)", "too far from today"],
    ["addDays($d, 9223372036854775807)", "too far from today"],
    ["epochToDateTime(9000000000000000)", "too far from today"],
    ["formatDateTime($d, 'y' + 'Q')", "letter Q means nothing"],
    ["formatDecimal(1.5, '0' + 'x' + '0')", "no format of numbers"],
    ["formatDecimal(1.5, '0', 'no locale')", "is no locale"],
    ["parseDateTime('x', 'yyyy')", "is no date of the form yyyy"],
    ["parseDecimal('x', '0')", "is no number of the form 0"],
    ["isMatch('a', '(' + 'a')", "never closed"],
    ["beginOfDay(parseDateTime('x', 'yyyy', empty))", "needs a value for 'date'"],
  ])("%s", (expression, message) => {
    expect(() => evaluated(expression, "2024-02-29T23:30:00Z")).toThrow(message);
  });
});
