import { midnightOf, milliseconds, type WallFields } from "../dates/wall-time.ts";
import type { Weekday } from "../evaluation-environment.ts";
import { type CalendarNames, type NamesByLength, zoneName } from "./calendar-names.ts";
import { weekOfMonth, weekOfYear } from "./week-numbers.ts";

/** The letters of date patterns (reference logic.md 3.5); `z`, `Z` and `X` write the time zone. */
export type DateLetter = keyof typeof dateLetters;

/** A date as the letters see it. */
export interface DateToFormat {
  readonly instant: number;
  readonly wallTime: number;
  readonly fields: WallFields;
  /** Milliseconds that wall time is ahead of UTC. */
  readonly offset: number;
  readonly timeZone: string;
  readonly tag: string;
  readonly names: CalendarNames;
  readonly firstDayOfWeek: Weekday;
}

type Writer = (date: DateToFormat, count: number) => string;

/** ASCII digits; whoever writes them turns them into those of the locale. */
function digits(value: number, count: number): string {
  const text = String(Math.abs(value)).padStart(count, "0");
  return value < 0 ? `-${text}` : text;
}

function number(read: (date: DateToFormat) => number): Writer {
  return (date, count) => digits(read(date), count);
}

/** Years of two letters are cut to two digits; the year before 1 is 1 of the era before. */
function year(read: (date: DateToFormat) => number): Writer {
  return (date, count) => {
    const value = read(date);
    const ofEra = value > 0 ? value : 1 - value;
    return count === 2 ? digits(ofEra % 100, 2) : digits(ofEra, count);
  };
}

function name(
  read: (date: DateToFormat) => { readonly names: NamesByLength; readonly index: number },
): Writer {
  return (date, count) => {
    const { names, index } = read(date);
    return (count >= 4 ? names.long : names.short)[index] ?? "";
  };
}

function month(select: (names: CalendarNames) => NamesByLength): Writer {
  const named = name(({ names, fields }) => ({ names: select(names), index: fields.month - 1 }));
  return (date, count) => (count < 3 ? digits(date.fields.month, count) : named(date, count));
}

function dayOfYear({ wallTime, fields }: DateToFormat): number {
  return Math.floor((wallTime - midnightOf(fields.year)) / milliseconds.day) + 1;
}

function offsetText(offset: number, colon: string): string {
  const minutes = Math.floor(Math.abs(offset) / milliseconds.minute);
  return `${offset < 0 ? "-" : "+"}${digits(Math.floor(minutes / 60), 2)}${colon}${digits(minutes % 60, 2)}`;
}

function isoOffset({ offset }: DateToFormat, count: number): string {
  if (offset === 0) return "Z";
  const text = offsetText(offset, count === 3 ? ":" : "");
  return count === 1 ? text.slice(0, 3) : text;
}

const dateLetters = {
  G: (({ names, fields }) => names.eras[fields.year > 0 ? 1 : 0]) as Writer,
  y: year(({ fields }) => fields.year),
  Y: year(({ wallTime, firstDayOfWeek }) => weekOfYear(wallTime, firstDayOfWeek).weekYear),
  M: month(({ months }) => months),
  L: month(({ standaloneMonths }) => standaloneMonths),
  w: number(({ wallTime, firstDayOfWeek }) => weekOfYear(wallTime, firstDayOfWeek).week),
  W: number(({ wallTime, firstDayOfWeek }) => weekOfMonth(wallTime, firstDayOfWeek)),
  D: number(dayOfYear),
  d: number(({ fields }) => fields.day),
  F: number(({ fields }) => Math.ceil(fields.day / 7)),
  E: name(({ names, fields }) => ({ names: names.weekdays, index: fields.weekday })),
  u: number(({ fields }) => fields.weekday || 7),
  a: (({ names, fields }) => names.dayPeriods[fields.hour < 12 ? 0 : 1]) as Writer,
  H: number(({ fields }) => fields.hour),
  k: number(({ fields }) => fields.hour || 24),
  K: number(({ fields }) => fields.hour % 12),
  h: number(({ fields }) => fields.hour % 12 || 12),
  m: number(({ fields }) => fields.minute),
  s: number(({ fields }) => fields.second),
  S: number(({ fields }) => fields.millisecond),
  z: (({ instant, timeZone, tag }, count) =>
    zoneName(instant, timeZone, { tag, isLong: count >= 4 })) as Writer,
  Z: (({ offset }) => offsetText(offset, "")) as Writer,
  X: isoOffset,
} as const;

const textLetters: ReadonlySet<string> = new Set(["G", "E", "a", "z", "Z", "X"]);

export function isDateLetter(letter: string): letter is DateLetter {
  return Object.hasOwn(dateLetters, letter);
}

/** Whether a field is written in digits. */
export function isNumericField(letter: DateLetter, count: number): boolean {
  if (letter === "M" || letter === "L") return count < 3;
  return !textLetters.has(letter);
}

/** Writes one field of a date, with ASCII digits. */
export function writeField(date: DateToFormat, letter: DateLetter, count: number): string {
  return dateLetters[letter](date, count);
}
