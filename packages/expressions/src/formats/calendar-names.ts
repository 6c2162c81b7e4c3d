import { BoundedCache } from "./bounded-cache.ts";

/** Names of the calendar in one language, from the platform's locale data. */
export interface CalendarNames {
  /** Beside a day, as in "1 januari": January first. */
  readonly months: NamesByLength;
  /** Alone, as in a heading. */
  readonly standaloneMonths: NamesByLength;
  /** Sunday first. */
  readonly weekdays: NamesByLength;
  readonly dayPeriods: readonly [morning: string, afternoon: string];
  readonly eras: readonly [before: string, after: string];
}

/** Short and long names. */
export interface NamesByLength {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

const zone = { timeZone: "UTC", calendar: "gregory" } as const;
const monthDates = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 1));
// 1 January 2023 was a Sunday.
const weekDates = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
const morningAndAfternoon = [Date.UTC(2023, 0, 1, 1), Date.UTC(2023, 0, 1, 13)] as const;
const beforeAndAfterChrist = [-1e14, 0] as const;

function part(format: Intl.DateTimeFormat, type: Intl.DateTimeFormatPartTypes, date: number): string {
  return format.formatToParts(date).find((candidate) => candidate.type === type)?.value ?? "";
}

function lengths(names: (length: "short" | "long") => string[]): NamesByLength {
  return { short: names("short"), long: names("long") };
}

/** Some languages write the month as a number with a sign behind it, which is no part of the month then. */
function monthBesideDay(tag: string, month: "short" | "long"): string[] {
  const beside = new Intl.DateTimeFormat(tag, { ...zone, day: "numeric", month });
  const alone = new Intl.DateTimeFormat(tag, { ...zone, month });
  return monthDates.map((date) => {
    const name = part(beside, "month", date);
    return /^\p{N}+$/u.test(name) ? alone.format(date) : name;
  });
}

function namesOf(tag: string): CalendarNames {
  const dayPeriod = new Intl.DateTimeFormat(tag, { ...zone, hour: "numeric", hour12: true });
  const era = new Intl.DateTimeFormat(tag, { ...zone, era: "short" });
  return {
    months: lengths((length) => monthBesideDay(tag, length)),
    standaloneMonths: lengths((month) => {
      const format = new Intl.DateTimeFormat(tag, { ...zone, month });
      return monthDates.map((date) => format.format(date));
    }),
    weekdays: lengths((weekday) => {
      const format = new Intl.DateTimeFormat(tag, { ...zone, weekday, day: "numeric", month: "short" });
      return weekDates.map((date) => part(format, "weekday", date));
    }),
    dayPeriods: [
      part(dayPeriod, "dayPeriod", morningAndAfternoon[0]),
      part(dayPeriod, "dayPeriod", morningAndAfternoon[1]),
    ],
    eras: [part(era, "era", beforeAndAfterChrist[0]), part(era, "era", beforeAndAfterChrist[1])],
  };
}

const namesByTag = new BoundedCache(50, namesOf);

/** The names of a language tag. */
export function calendarNames(tag: string): CalendarNames {
  return namesByTag.get(tag);
}

/** Languages to ask, in this order, for an abbreviation where the own one has only an offset: CEST, EDT, JST ... */
const zoneLanguages = ["en-GB", "en-US", "en-AU", "en-IN", "ja-JP", "pt-BR", "en-ZA"];

function zoneNameIn(
  tag: string,
  instant: number,
  options: { timeZone: string; timeZoneName: "short" | "long" },
) {
  return part(new Intl.DateTimeFormat(tag, options), "timeZoneName", instant);
}

/** The name of a time zone at an instant: `CEST`, or `Central European Summer Time`. */
export function zoneName(
  instant: number,
  timeZone: string,
  { tag, isLong }: { readonly tag: string; readonly isLong: boolean },
): string {
  const options = { timeZone, timeZoneName: isLong ? "long" : "short" } as const;
  const own = zoneNameIn(tag, instant, options);
  const isOffset = (name: string) => /\d/.test(name) || /\p{Nd}/u.test(name);
  if (!isOffset(own)) return own;
  for (const language of zoneLanguages) {
    const name = zoneNameIn(language, instant, options);
    if (!isOffset(name)) return name;
  }
  return own;
}
