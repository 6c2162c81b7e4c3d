import type { EvaluationEnvironment, Patterns } from "../evaluation-environment.ts";
import { intlTimeZones } from "./intl-time-zones.ts";

const noPatterns: Patterns = {
  compile() {
    throw new Error("No engine for regular expressions is loaded: pass `patterns` to the environment.");
  },
};

/** What nobody but the run can know; the rest of an environment has a default. */
export type EnvironmentParts = Pick<EvaluationEnvironment, "clock" | "random" | "constant" | "isNew"> &
  Partial<EvaluationEnvironment>;

/**
 * An environment with everything that functions need. Defaults: time zone UTC, locale en_US, week from Sunday,
 * rounding HalfUp, the language of the locale, and no engine for regular expressions.
 *
 * @example createEnvironment({ clock: Date.now, random: Math.random, constant: (name) => constants.get(name) ?? null, isNew: () => true })
 */
export function createEnvironment(parts: EnvironmentParts): EvaluationEnvironment {
  const { locale = "en_US" } = parts;
  return {
    timeZone: "UTC",
    language: locale.replaceAll("_", "-"),
    firstDayOfWeek: "Sunday",
    roundingMode: "HalfUp",
    timeZones: intlTimeZones,
    patterns: noPatterns,
    ...parts,
    locale,
  };
}
