import type { EvaluationEnvironment } from "../evaluation-environment.ts";
import {
  beginOf,
  type CalendarUnit,
  instantOf,
  milliseconds,
  oneLater,
  wallTimeOf,
  type ZoneChoice,
} from "./wall-time.ts";

/** The second, minute ... year that is meant: the one an instant is in, or one so many further on. */
export interface Stretch {
  readonly unit: CalendarUnit;
  readonly zone: ZoneChoice;
  /** Units further on, or back. */
  readonly distance?: number;
}

const shortUnits: ReadonlySet<CalendarUnit> = new Set(["second", "minute", "hour"]);

/** The first moment of the stretch. */
export function beginningOf(
  instant: number,
  { unit, zone, distance = 0 }: Stretch,
  environment: EvaluationEnvironment,
): number {
  const { firstDayOfWeek } = environment;
  const now = wallTimeOf(instant, zone, environment);
  let wallTime = beginOf(unit, now, firstDayOfWeek);
  if (shortUnits.has(unit)) {
    // An hour that exists twice is not left: the beginning is so far back as the wall says.
    const length = milliseconds[unit as keyof typeof milliseconds];
    return instantOf(instant - (now - wallTime) + distance * length, "utc", environment);
  }
  for (let step = 0; step < distance; step += 1) wallTime = oneLater(unit, wallTime);
  for (let step = 0; step > distance; step -= 1) wallTime = beginOf(unit, wallTime - 1, firstDayOfWeek);
  return instantOf(wallTime, zone, environment);
}

/** The last millisecond of the stretch. */
export function endingOf(instant: number, stretch: Stretch, environment: EvaluationEnvironment): number {
  return beginningOf(instant, { ...stretch, distance: (stretch.distance ?? 0) + 1 }, environment) - 1;
}
