import { fieldsOf, instantOf, midnightOf, milliseconds, wallTimeOf } from "../dates/wall-time.ts";
import { FunctionFailure } from "../functions/signature.ts";
import { type CalendarNames, calendarNames } from "./calendar-names.ts";
import { type DateLetter, isNumericField } from "./date-letters.ts";
import { type DatePatternPart, datePattern } from "./date-pattern.ts";
import type { DateSetting } from "./format-date.ts";
import { withAsciiDigits } from "./locale-digits.ts";
import { localeTag } from "./locale-tag.ts";

/** What was read of a date so far; what is not in the text has its value in 1970-01-01 00:00. */
interface ReadFields {
  year: number;
  isBeforeChrist: boolean;
  month: number;
  day: number;
  dayOfYear: number | undefined;
  hour: number;
  isAfternoon: boolean;
  minute: number;
  second: number;
  millisecond: number;
  offset: number | undefined;
}

interface Reading {
  readonly text: string;
  at: number;
  readonly fields: ReadFields;
  readonly names: CalendarNames;
  /** The year 80 years ago: two digits mean a year in the hundred years from then. */
  readonly firstYear: number;
}

function skipBlanks(reading: Reading): void {
  while (reading.text[reading.at] === " " || reading.text[reading.at] === "\t") reading.at += 1;
}

const longestNumber = 15;

/** Digits with an optional sign, at most so many; `undefined` when there are none. */
function readNumber(
  reading: Reading,
  most: number,
): { value: number; digits: number; isSigned: boolean } | undefined {
  const isSigned = reading.text[reading.at] === "-";
  const from = reading.at + (isSigned ? 1 : 0);
  let to = from;
  while (to - from < most && /\d/.test(reading.text[to] ?? "")) to += 1;
  if (to === from) return undefined;
  reading.at = to;
  const value = Number(reading.text.slice(from, to));
  return { value: isSigned ? -value : value, digits: to - from, isSigned };
}

/** The index of the longest name that comes next, whatever its case. */
function readName(reading: Reading, names: readonly string[]): number | undefined {
  const rest = reading.text.slice(reading.at, reading.at + 60).toLowerCase();
  let best: { index: number; length: number } | undefined;
  for (const [index, name] of names.entries()) {
    if (name.length > (best?.length ?? 0) && rest.startsWith(name.toLowerCase()))
      best = { index, length: name.length };
  }
  if (best) reading.at += best.length;
  return best?.index;
}

/** Two digits of a short year pattern mean the near hundred years; any other number means itself. */
function fullYear(value: number, isTwoDigits: boolean, firstYear: number): number {
  if (!isTwoDigits) return value;
  const century = firstYear - (firstYear % 100);
  return century + value + (value < firstYear % 100 ? 100 : 0);
}

const zonePattern = /^(?:(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?|Z|UTC|GMT)/;

function readZone(reading: Reading): boolean {
  const [text, sign, hours = "0", minutes = "0"] =
    zonePattern.exec(reading.text.slice(reading.at, reading.at + 12)) ?? [];
  if (text === undefined) return false;
  reading.at += text.length;
  const offset = Number(hours) * milliseconds.hour + Number(minutes) * milliseconds.minute;
  reading.fields.offset = sign === "-" ? -offset : offset;
  return true;
}

type NumberField = (fields: ReadFields, value: number) => void;

/** What a number of each letter means. */
const numberFields: Partial<Record<DateLetter, NumberField>> = {
  M: (fields, value) => void (fields.month = value),
  L: (fields, value) => void (fields.month = value),
  d: (fields, value) => void (fields.day = value),
  D: (fields, value) => void (fields.dayOfYear = value),
  H: (fields, value) => void (fields.hour = value),
  k: (fields, value) => void (fields.hour = value === 24 ? 0 : value),
  K: (fields, value) => void (fields.hour = value),
  h: (fields, value) => void (fields.hour = value === 12 ? 0 : value),
  m: (fields, value) => void (fields.minute = value),
  s: (fields, value) => void (fields.second = value),
  S: (fields, value) => void (fields.millisecond = value),
  u: () => undefined,
};

function readNumericField(
  reading: Reading,
  { letter, count }: { letter: DateLetter; count: number },
  most: number,
) {
  const number = readNumber(reading, most);
  if (!number) return false;
  if (letter === "y") {
    const isTwoDigits = count <= 2 && number.digits === 2 && !number.isSigned;
    reading.fields.year = fullYear(number.value, isTwoDigits, reading.firstYear);
    return true;
  }
  numberFields[letter]?.(reading.fields, number.value);
  return true;
}

function readTextField(reading: Reading, letter: DateLetter): boolean {
  const { names, fields } = reading;
  switch (letter) {
    case "M":
    case "L": {
      const { months, standaloneMonths } = names;
      const all = [...months.long, ...months.short, ...standaloneMonths.long, ...standaloneMonths.short];
      const index = readName(reading, all);
      if (index !== undefined) fields.month = (index % 12) + 1;
      return index !== undefined;
    }
    case "E":
      return readName(reading, [...names.weekdays.long, ...names.weekdays.short]) !== undefined;
    case "a": {
      const index = readName(reading, [...names.dayPeriods, "am", "pm"]);
      fields.isAfternoon = index === 1 || index === 3;
      return index !== undefined;
    }
    case "G": {
      const index = readName(reading, names.eras);
      fields.isBeforeChrist = index === 0;
      return index !== undefined;
    }
    default:
      return readZone(reading);
  }
}

function readPart(reading: Reading, part: DatePatternPart, next: DatePatternPart | undefined): boolean {
  if (part.kind === "text") {
    if (!reading.text.startsWith(part.text, reading.at)) return false;
    reading.at += part.text.length;
    return true;
  }
  skipBlanks(reading);
  if (!isNumericField(part.letter, part.count)) return readTextField(reading, part.letter);
  const isAbutting = next?.kind === "field" && isNumericField(next.letter, next.count);
  return readNumericField(reading, part, isAbutting ? part.count : longestNumber);
}

/** Numbers outside their range roll over: the 35th of November is the 5th of December. */
function wallTimeOfFields(fields: ReadFields): number {
  const year = fields.isBeforeChrist ? 1 - fields.year : fields.year;
  const midnight =
    fields.dayOfYear === undefined
      ? midnightOf(year, fields.month, fields.day)
      : midnightOf(year, 1, fields.dayOfYear);
  const hour = fields.hour + (fields.isAfternoon ? 12 : 0);
  return (
    midnight +
    hour * milliseconds.hour +
    fields.minute * milliseconds.minute +
    fields.second * milliseconds.second +
    fields.millisecond
  );
}

const unreadable: ReadonlySet<DateLetter> = new Set(["Y", "w", "W", "F"]);

/** What is wrong with a pattern for reading dates, if anything. */
export function readingFault(pattern: string): string | undefined {
  const { parts, fault } = datePattern(pattern);
  if (fault !== undefined) return fault;
  const letter = parts.find((part) => part.kind === "field" && unreadable.has(part.letter));
  if (letter?.kind !== "field") return undefined;
  return `The letter ${letter.letter} writes a week and cannot be read: use year, month and day.`;
}

/**
 * Reads a date as a pattern of Java's SimpleDateFormat says, leniently: numbers out of range roll over, a missing time
 * is 00:00, and text behind what the pattern describes is ignored. `undefined` when the text does not fit. Throws
 * `pattern-invalid`, and `argument-out-of-range` for a date that is too far away.
 *
 * @example parseDate("35-11-2015", "dd-MM-yyyy", setting) // 5 December 2015
 */
export function parseDate(
  text: string,
  pattern: string,
  { zone, environment }: DateSetting,
): number | undefined {
  const fault = readingFault(pattern);
  if (fault !== undefined) throw new FunctionFailure("pattern-invalid", fault);
  const { parts } = datePattern(pattern);
  const tag = localeTag(environment.locale);
  const reading: Reading = {
    text: withAsciiDigits(text, tag),
    at: 0,
    fields: {
      year: 1970,
      isBeforeChrist: false,
      month: 1,
      day: 1,
      dayOfYear: undefined,
      hour: 0,
      isAfternoon: false,
      minute: 0,
      second: 0,
      millisecond: 0,
      offset: undefined,
    },
    names: calendarNames(tag),
    firstYear: fieldsOf(wallTimeOf(environment.clock(), zone, environment)).year - 80,
  };
  for (const [index, part] of parts.entries())
    if (!readPart(reading, part, parts[index + 1])) return undefined;
  const wallTime = wallTimeOfFields(reading.fields);
  const { offset } = reading.fields;
  return offset === undefined
    ? instantOf(wallTime, zone, environment)
    : instantOf(wallTime - offset, "utc", environment);
}
