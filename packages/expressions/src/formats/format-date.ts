import { fieldsOf, wallTimeOf, type ZoneChoice } from "../dates/wall-time.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import { FunctionFailure } from "../functions/signature.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { calendarNames } from "./calendar-names.ts";
import { type DateToFormat, isNumericField, writeField } from "./date-letters.ts";
import { datePattern } from "./date-pattern.ts";
import { withLocaleDigits } from "./locale-digits.ts";
import { localeTag } from "./locale-tag.ts";

/** The zone and the environment that a date is written or read in. */
export interface DateSetting {
  readonly zone: ZoneChoice;
  readonly environment: EvaluationEnvironment;
  /** Instead of the environment's. */
  readonly locale?: string;
}

function dateToFormat(instant: number, { zone, environment, locale }: DateSetting): DateToFormat {
  const wallTime = wallTimeOf(instant, zone, environment);
  const tag = localeTag(locale ?? environment.locale);
  return {
    instant,
    wallTime,
    fields: fieldsOf(wallTime),
    offset: wallTime - instant,
    timeZone: zone === "utc" ? "UTC" : environment.timeZone,
    tag,
    names: calendarNames(tag),
    firstDayOfWeek: environment.firstDayOfWeek,
  };
}

/**
 * Writes a date as a pattern of Java's SimpleDateFormat says. Throws `pattern-invalid`.
 *
 * @example formatDate(0, "yyyy-MM-dd", { zone: "utc", environment }) // "1970-01-01"
 */
export function formatDate(instant: number, pattern: string, setting: DateSetting): string {
  const { parts, fault } = datePattern(pattern);
  if (fault !== undefined) throw new FunctionFailure("pattern-invalid", fault);
  const date = dateToFormat(instant, setting);
  const texts = parts.map((part) => {
    if (part.kind === "text") return part.text;
    const text = writeField(date, part.letter, part.count);
    return isNumericField(part.letter, part.count) ? withLocaleDigits(text, date.tag) : text;
  });
  return texts.join("");
}

/** Date, time, or both, in the short form of the locale. */
export type ShortForm = "date" | "time" | "dateTime";

const shortFormats = new BoundedCache(50, (key) => {
  const [tag, form] = key.split("|");
  return new Intl.DateTimeFormat(tag, {
    timeZone: "UTC",
    ...(form !== "time" && { dateStyle: "short" }),
    ...(form !== "date" && { timeStyle: "short" }),
  });
});

/** Writes a date in the short form of the locale, as the platform has it. */
export function formatShort(instant: number, form: ShortForm, { zone, environment }: DateSetting): string {
  const format = shortFormats.get(`${localeTag(environment.locale)}|${form}`);
  return format.format(wallTimeOf(instant, zone, environment));
}
