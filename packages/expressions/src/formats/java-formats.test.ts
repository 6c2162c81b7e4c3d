import { type Decimal, decimalFromText, decimalToText } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import java from "../../conformance/java-formats.json" with { type: "json" };
import { createEnvironment } from "../environment/create-environment.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import { formatDate } from "./format-date.ts";
import { formatDecimal } from "./format-decimal.ts";
import { parseDate } from "./parse-date.ts";
import { parseDecimalWith } from "./parse-decimal.ts";

/*
 * Every row was printed by Java (conformance/JavaFormats.java). Names of months and zones come from the locale data of
 * the platform, so the rows are only judged where that is of the same age.
 */
const hasSameLocaleData = Number(process.versions.cldr) >= 47;

type Row = readonly string[];

function environmentOf(parts: Partial<EvaluationEnvironment>): EvaluationEnvironment {
  return createEnvironment({
    clock: () => Date.UTC(2024, 1, 29, 13, 14, 15, 16),
    random: () => 0,
    constant: () => null,
    isNew: () => false,
    ...parts,
  });
}

const weekStarts: Readonly<Record<string, EvaluationEnvironment["firstDayOfWeek"]>> = {
  en_US: "Sunday",
  ja_JP: "Sunday",
  ar_EG: "Saturday",
};

/** Where we differ from Java, and why. */
const deliberate: Readonly<Record<string, string>> = {
  // Languages without an abbreviation of their own borrow one instead of printing an offset.
  "2024-02-29T23:30:00.120Z|America/New_York|en_GB|z": "EST",
  "2024-02-29T23:30:00.120Z|America/New_York|en_GB|EEE MMM dd HH:mm:ss zzz yyyy":
    "Thu Feb 29 18:30:00 EST 2024",
  // The platform and Java translate the zone in two ways.
  "2024-02-29T23:30:00.120Z|America/New_York|ja_JP|zzzz": "米国東部標準時",
  // Java changes to the Julian calendar in 1582; we keep the Gregorian one.
  "15|yyyy": "0015-01-01T00:00:00Z",
  // Java reads the number at the start and ignores the rest; a number is not guessed here.
  "12abc|0|en_US": "unreadable",
};

function decimal(text: string): Decimal {
  const value = decimalFromText(text);
  if (!value) throw new Error(`${text} is no number.`);
  return value;
}

const writers: Readonly<Record<keyof typeof java, (row: Row) => string>> = {
  formatDate([date = "", timeZone = "", locale = "", pattern = ""]) {
    const firstDayOfWeek = weekStarts[locale] ?? "Monday";
    const environment = environmentOf({ timeZone, locale, firstDayOfWeek });
    return formatDate(Date.parse(date), pattern, { zone: "local", environment });
  },
  formatDecimal([number = "", locale = "", pattern = ""]) {
    return formatDecimal(decimal(number), pattern, locale) ?? "pattern-invalid";
  },
  parseDate([text = "", pattern = ""]) {
    const date = parseDate(text, pattern, { zone: "utc", environment: environmentOf({}) });
    return date === undefined ? "unreadable" : new Date(date).toISOString().replace(".000Z", "Z");
  },
  parseDecimal([text = "", pattern = "", locale = ""]) {
    const number = parseDecimalWith(text, pattern, locale);
    return number ? decimalToText(number) : "unreadable";
  },
};

describe.skipIf(!hasSameLocaleData)("what Java writes and reads, we do", () => {
  test.each(Object.entries(writers))("%s", (name, write) => {
    const differences = (java[name as keyof typeof java] as Row[]).flatMap((row) => {
      const key = row.slice(0, -1).join("|");
      const expected = deliberate[key] ?? row.at(-1);
      const actual = write(row);
      return actual === expected ? [] : [{ key, actual, expected }];
    });
    expect(differences).toEqual([]);
  });
});
