import { daysIntoWeek, fieldsOf, midnightOf, milliseconds } from "../dates/wall-time.ts";
import type { Weekday } from "../evaluation-environment.ts";

/** In countries whose week starts on Monday, the first week is the one with four days of the year (ISO 8601). */
function minimalDays(firstDayOfWeek: Weekday): number {
  return firstDayOfWeek === "Monday" ? 4 : 1;
}

/** Which week a day is in when weeks are counted from `first`; 0 is the incomplete one before the first. */
function weekFrom(first: number, wallTime: number, firstDayOfWeek: Weekday): number {
  const before = daysIntoWeek(first, firstDayOfWeek);
  const days = Math.floor((wallTime - first) / milliseconds.day);
  return Math.floor((days + before) / 7) + (7 - before >= minimalDays(firstDayOfWeek) ? 1 : 0);
}

/** The week of the month, as Java counts it. */
export function weekOfMonth(wallTime: number, firstDayOfWeek: Weekday): number {
  const { year, month } = fieldsOf(wallTime);
  return weekFrom(midnightOf(year, month), wallTime, firstDayOfWeek);
}

/** The week of the year, and the year that this week belongs to. */
export function weekOfYear(
  wallTime: number,
  firstDayOfWeek: Weekday,
): { readonly week: number; readonly weekYear: number } {
  const { year } = fieldsOf(wallTime);
  if (weekFrom(midnightOf(year + 1), wallTime, firstDayOfWeek) >= 1) return { week: 1, weekYear: year + 1 };
  const week = weekFrom(midnightOf(year), wallTime, firstDayOfWeek);
  if (week > 0) return { week, weekYear: year };
  return { week: weekFrom(midnightOf(year - 1), wallTime, firstDayOfWeek), weekYear: year - 1 };
}
