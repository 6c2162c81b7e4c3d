import { ArithmeticError } from "@rivulet/values";
import type { EvaluationEnvironment, Weekday } from "../evaluation-environment.ts";

/*
 * Calendar arithmetic happens on wall time: milliseconds as if the clock on the wall showed UTC. So a day is always 24
 * hours long, and only the way to and from instants knows about time zones.
 */

/** The zone that a function works in: that of the environment, or UTC. */
export type ZoneChoice = "local" | "utc";

const largestInstant = 8.64e15;

function inRange(instant: number): number {
  if (Math.abs(instant) <= largestInstant) return instant;
  throw new ArithmeticError("argument-out-of-range", "The date is too far from today to be kept.");
}

function isUtc(environment: EvaluationEnvironment, zone: ZoneChoice): boolean {
  return zone === "utc" || environment.timeZone === "UTC";
}

/** The wall time of an instant. */
export function wallTimeOf(instant: number, zone: ZoneChoice, environment: EvaluationEnvironment): number {
  if (isUtc(environment, zone)) return instant;
  return instant + environment.timeZones.offsetAt(instant, environment.timeZone);
}

/** The instant of a wall time. Throws `argument-out-of-range`. */
export function instantOf(wallTime: number, zone: ZoneChoice, environment: EvaluationEnvironment): number {
  inRange(wallTime);
  if (isUtc(environment, zone)) return wallTime;
  return inRange(environment.timeZones.instantOf(wallTime, environment.timeZone));
}

/** The parts of a wall time. */
export interface WallFields {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function fieldsOf(wallTime: number): WallFields {
  const date = new Date(wallTime);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    weekday: date.getUTCDay(),
  };
}

/** Midnight of a day; month and day may be outside their range and then roll over. Any year, also below 100. */
export function midnightOf(year: number, month = 1, day = 1): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

/** Lengths that are always the same. */
export const milliseconds = {
  millisecond: 1,
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
} as const;

/** A stretch of the calendar that has a beginning. */
export type CalendarUnit = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

const weekdays: readonly Weekday[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

/** How many days a wall time is behind the first day of its week. */
export function daysIntoWeek(wallTime: number, firstDayOfWeek: Weekday): number {
  return (fieldsOf(wallTime).weekday - weekdays.indexOf(firstDayOfWeek) + 7) % 7;
}

function floorTo(wallTime: number, length: number): number {
  return Math.floor(wallTime / length) * length;
}

/** The first moment of the second, minute ... year that a wall time is in. */
export function beginOf(unit: CalendarUnit, wallTime: number, firstDayOfWeek: Weekday): number {
  switch (unit) {
    case "week": {
      const daysBack = daysIntoWeek(wallTime, firstDayOfWeek);
      return floorTo(wallTime, milliseconds.day) - daysBack * milliseconds.day;
    }
    case "month": {
      const { year, month } = fieldsOf(wallTime);
      return midnightOf(year, month);
    }
    case "year":
      return midnightOf(fieldsOf(wallTime).year);
    default:
      return floorTo(wallTime, milliseconds[unit]);
  }
}

/** The same day and time so many months later; a day that the month does not have becomes its last one. */
export function addMonths(wallTime: number, months: number): number {
  const { year, month, day } = fieldsOf(wallTime);
  const first = midnightOf(year, month + months);
  const daysInMonth = (midnightOf(year, month + months + 1) - first) / milliseconds.day;
  return (
    first +
    (Math.min(day, daysInMonth) - 1) * milliseconds.day +
    (wallTime - floorTo(wallTime, milliseconds.day))
  );
}

/** The wall time one unit later. */
export function oneLater(unit: CalendarUnit, wallTime: number): number {
  switch (unit) {
    case "month":
      return addMonths(wallTime, 1);
    case "year":
      return addMonths(wallTime, 12);
    default:
      return wallTime + milliseconds[unit];
  }
}
