import type { DataType, Value } from "@rivulet/values";
import { beginningOf, endingOf, type Stretch } from "../dates/calendar-edges.ts";
import { milliseconds } from "../dates/wall-time.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";

/** A token `[%Name%]` with a value of its own. */
export interface PlaceholderRow {
  readonly name: string;
  readonly type: DataType;
  readonly summary: string;
  readonly evaluate: (environment: EvaluationEnvironment) => Value;
}

/** Tokens that are another way of writing a variable. */
export const variablePlaceholders: ReadonlyMap<string, string> = new Map([
  ["CurrentUser", "currentUser"],
  ["CurrentObject", "currentObject"],
  ["CurrentSession", "currentSession"],
]);

function date(name: string, summary: string, evaluate: PlaceholderRow["evaluate"]): PlaceholderRow {
  return { name, type: { kind: "dateTime" }, summary, evaluate };
}

function length(name: string, unit: keyof typeof milliseconds): PlaceholderRow {
  const summary = `The milliseconds of one ${unit}.`;
  return { name, type: { kind: "integer" }, summary, evaluate: () => milliseconds[unit] };
}

/** `BeginOf...`, `EndOf...` and their UTC forms. The end is the last millisecond before the next beginning. */
function edges(name: string, words: string, stretch: Omit<Stretch, "zone">): PlaceholderRow[] {
  return (["local", "utc"] as const).flatMap((zone) => {
    const suffix = zone === "utc" ? "UTC" : "";
    const where = zone === "utc" ? " in UTC" : "";
    return [
      date(`BeginOf${name}${suffix}`, `The first moment of ${words}${where}.`, (environment) =>
        beginningOf(environment.clock(), { ...stretch, zone }, environment),
      ),
      date(`EndOf${name}${suffix}`, `The last millisecond of ${words}${where}.`, (environment) =>
        endingOf(environment.clock(), { ...stretch, zone }, environment),
      ),
    ];
  });
}

/** All tokens with a value. What a day or week is depends on the environment's time zone and first weekday. */
export const placeholderTable: readonly PlaceholderRow[] = [
  date("CurrentDateTime", "The present date and time.", (environment) => environment.clock()),
  ...edges("CurrentMinute", "this minute", { unit: "minute" }),
  ...edges("CurrentHour", "this hour", { unit: "hour" }),
  ...edges("CurrentDay", "today", { unit: "day" }),
  ...edges("Yesterday", "yesterday", { unit: "day", distance: -1 }),
  ...edges("Tomorrow", "tomorrow", { unit: "day", distance: 1 }),
  ...edges("CurrentWeek", "this week", { unit: "week" }),
  ...edges("CurrentMonth", "this month", { unit: "month" }),
  ...edges("CurrentYear", "this year", { unit: "year" }),
  length("SecondLength", "second"),
  length("MinuteLength", "minute"),
  length("HourLength", "hour"),
  length("DayLength", "day"),
  length("WeekLength", "week"),
];

const rowsByName = new Map(placeholderTable.map((row) => [row.name, row]));

/** The row of a token. */
export function placeholderRow(name: string): PlaceholderRow | undefined {
  return rowsByName.get(name);
}
