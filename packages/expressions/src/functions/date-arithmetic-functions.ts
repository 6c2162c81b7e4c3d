import { addMonths, instantOf, milliseconds, wallTimeOf, type ZoneChoice } from "../dates/wall-time.ts";
import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import type { FunctionRow } from "./function-row.ts";
import { parameter, signature } from "./signature.ts";

/** What can be added to a date. Hours and less are stretches of time; days and more keep the time on the wall. */
const units = [
  { name: "Milliseconds", length: milliseconds.millisecond },
  { name: "Seconds", length: milliseconds.second },
  { name: "Minutes", length: milliseconds.minute },
  { name: "Hours", length: milliseconds.hour },
  { name: "Days", days: 1 },
  { name: "Weeks", days: 7 },
  { name: "Months", months: 1 },
  { name: "Quarters", months: 3 },
  { name: "Years", months: 12 },
] as const;

type Unit = (typeof units)[number];

/** What is moved, by how many units, in which zone's calendar. */
interface Move {
  readonly instant: number;
  readonly amount: number;
  readonly zone: ZoneChoice;
}

function moved(unit: Unit, { instant, amount, zone }: Move, environment: EvaluationEnvironment): number {
  if ("length" in unit) return instantOf(instant + amount * unit.length, "utc", environment);
  const wallTime = wallTimeOf(instant, zone, environment);
  const later =
    "days" in unit
      ? wallTime + amount * unit.days * milliseconds.day
      : addMonths(wallTime, amount * unit.months);
  return instantOf(later, zone, environment);
}

function row(verb: "add" | "subtract", unit: Unit, zone: ZoneChoice): FunctionRow {
  const sign = verb === "add" ? 1 : -1;
  const name = `${verb}${unit.name}${zone === "utc" ? "UTC" : ""}`;
  const noun = unit.name.toLowerCase();
  const calendar = zone === "utc" ? " in UTC" : "";
  const keeps = "length" in unit ? "." : `; the time of day stays${calendar}.`;
  const example = moved(
    unit,
    { instant: Date.UTC(2024, 0, 31, 12), amount: sign, zone: "utc" },
    {} as EvaluationEnvironment,
  );
  return {
    name,
    family: "date",
    summary: `The date so many ${noun} ${verb === "add" ? "later" : "earlier"}${keeps}`,
    signatures: [
      signature(
        [parameter("dateTime", "date"), parameter("integer", noun)],
        "dateTime",
        (environment, instant, amount) => {
          return moved(unit, { instant, amount: sign * Number(amount), zone }, environment);
        },
      ),
    ],
    examples: [
      { expression: `${name}(dateTime(2024, 1, 31, 12), 1)`, result: new Date(example).toISOString() },
    ],
    errors: ["The date would be more than 270,000 years away."],
  };
}

/** Functions that move a date. */
export const dateArithmeticFunctions: readonly FunctionRow[] = (["add", "subtract"] as const).flatMap(
  (verb) =>
    units.flatMap((unit) => {
      const local = row(verb, unit, "local");
      return "length" in unit ? [local] : [local, row(verb, unit, "utc")];
    }),
);
