import type { EvaluationEnvironment } from "@rivulet/expressions";
import { formatDate, parseDate } from "@rivulet/expressions/formats";
import { ArithmeticError } from "@rivulet/values";
import { partOfPattern } from "./moment-pattern.ts";

const dayPattern = "yyyy-MM-dd";

/** `05.1.2026` as `5.1.2026`: nobody types zeros for a program. */
function withoutZeros(text: string): string {
  return text
    .replaceAll(/(?<!\d)0+(?=\d)/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Reading takes also what is no date, and moves it to one. What is written anew as another date was none. */
function isWrittenSo(text: string, written: string): boolean {
  // Of a short year nobody knows the century, unless the pattern writes it so.
  const isEarly = /(?<!\d)0\d{3}(?!\d)/.test(written);
  return isEarly ? text === written : withoutZeros(text) === withoutZeros(written);
}

/** A date that nothing can keep. */
function isOutOfReach(error: unknown): boolean {
  return error instanceof ArithmeticError || error instanceof RangeError;
}

/** The name of the day that begins a pattern: it says nothing that the date does not, and may be left out. */
const weekday = /^E+[,.]?\s+/;

/** In which a moment is typed. */
interface TypedMoment {
  readonly environment: EvaluationEnvironment;
  /** What was there before. */
  readonly before: number | null;
}

/**
 * Reads a moment that was typed by a pattern, in the time zone of the environment; `undefined` when it is none, such as 30 February. Of
 * a time alone the day stays that of `before`; of a date alone it is the beginning of the day.
 *
 * @example parseMoment("31.1.2026", "dd.MM.yyyy", { environment, before: null })
 */
export function parseMoment(text: string, pattern: string, on: TypedMoment): number | undefined {
  const day = weekday.exec(pattern) ? parseMoment(text, pattern.replace(weekday, ""), on) : undefined;
  return day ?? parseWhole(text, pattern, on);
}

function parseWhole(text: string, pattern: string, { environment, before }: TypedMoment): number | undefined {
  const setting = { zone: "local", environment } as const;
  const isTime = partOfPattern(pattern) === "time";
  const day = isTime ? `${formatDate(before ?? environment.clock(), dayPattern, setting)} ` : "";
  try {
    const moment = parseDate(`${day}${text}`, isTime ? `${dayPattern} ${pattern}` : pattern, setting);
    if (moment === undefined) return undefined;
    return isWrittenSo(text, formatDate(moment, pattern, setting)) ? moment : undefined;
  } catch (error) {
    if (isOutOfReach(error)) return undefined;
    throw error;
  }
}
