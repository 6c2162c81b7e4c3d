import { createEnvironment } from "@rivulet/expressions/environment";
import { describe, expect, test } from "vitest";
import { partOfPattern, typingFault, writingFault } from "./moment-pattern.ts";
import { parseMoment } from "./parse-moment.ts";

test.each([
  ["yyyy-MM-dd", "date"],
  ["HH:mm", "time"],
  ["h:mm a", "time"],
  ["EEE d MMM, HH 'h'", "dateTime"],
])("%s writes a %s", (pattern, part) => {
  expect(partOfPattern(pattern)).toBe(part);
});

test.each<[string, RegExp]>([
  [" ", /empty/],
  ["bbb", /letter b/],
  ["'never closed", /closed/],
  ["'today'", /nothing of the date/],
  ["---", /nothing of the date/],
])("the pattern %j writes nothing that makes sense", (pattern, message) => {
  expect(writingFault(pattern)).toMatch(message);
});

test.each<[string, RegExp]>([
  ["dd.MM", /add a year/],
  ["dd.yyyy", /add a month/],
  ["hh:mm", /write HH/],
  ["mm:ss", /add an hour/],
  ["EEEE", /add a year/],
  ["yyyy 'week' ww", /letter w/],
  ["yyyy-MM-dd z", /letter z/],
])("the pattern %j is written, and cannot be typed", (pattern, message) => {
  expect(writingFault(pattern)).toBeUndefined();
  expect(typingFault(pattern)).toMatch(message);
});

describe("a moment that was typed", () => {
  const environment = createEnvironment({
    clock: () => Date.UTC(2026, 5, 1, 12),
    random: () => 0,
    constant: () => null,
    isNew: () => true,
    timeZone: "Europe/Amsterdam",
  });
  const parse = (text: string, pattern: string, before: number | null = null) => {
    const moment = parseMoment(text, pattern, { environment, before });
    return moment === undefined ? undefined : new Date(moment).toISOString();
  };

  test.each([
    ["31.01.2026", "dd.MM.yyyy", "2026-01-30T23:00:00.000Z"],
    ["1.2.2026", "dd.MM.yyyy", "2026-01-31T23:00:00.000Z"],
    ["1 july 2026", "d MMMM yyyy", "2026-06-30T22:00:00.000Z"],
    ["7/4/26 3:05 pm", "M/d/yy h:mm a", "2026-07-04T13:05:00.000Z"],
    ["Saturday 31 january 2026", "EEEE d MMMM yyyy", "2026-01-30T23:00:00.000Z"],
    ["31 January 2026", "EEE, d MMMM yyyy", "2026-01-30T23:00:00.000Z"],
    ["2026-07", "yyyy-MM", "2026-06-30T22:00:00.000Z"],
  ])("%s by %s is %s", (text, pattern, moment) => {
    expect(parse(text, pattern)).toBe(moment);
  });

  test.each([
    ["30.02.2026", "dd.MM.yyyy"],
    ["32.01.2026", "dd.MM.yyyy"],
    ["31.01.26", "dd.MM.yyyy"],
    ["31.01.2026 and more", "dd.MM.yyyy"],
    ["25:00", "HH:mm"],
    ["Monday 31.01.2026", "EEEE dd.MM.yyyy"],
    ["01.01.999999999", "dd.MM.yyyy"],
    ["soon", "dd.MM.yyyy"],
    // The clock goes from 2 to 3 in this night.
    ["29.03.2026 02:30", "dd.MM.yyyy HH:mm"],
  ])("%s by %s is none", (text, pattern) => {
    expect(parse(text, pattern)).toBeUndefined();
  });

  test("as a time stays on its day, or is today", () => {
    expect(parse("17:45", "HH:mm", Date.UTC(2024, 1, 29, 8))).toBe("2024-02-29T16:45:00.000Z");
    expect(parse("17:45", "HH:mm")).toBe("2026-06-01T15:45:00.000Z");
  });

  test("with an early year only where it is written in full", () => {
    expect(parse("01.01.0026", "dd.MM.yyyy")).toMatch(/^0025-12-31T/);
  });
});
