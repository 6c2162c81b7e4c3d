import type { Value } from "@rivulet/values";
import type { CompiledPattern, EvaluationEnvironment } from "../evaluation-environment.ts";
import { BoundedCache } from "../formats/bounded-cache.ts";
import { expressionLimits, textTooLong } from "../limits.ts";
import { translatePattern } from "../patterns/java-pattern.ts";
import type { FunctionRow } from "./function-row.ts";
import { type ArgumentFault, FunctionFailure, parameter, type Signature, signature } from "./signature.ts";

const text = parameter("string", "text");
const pattern = parameter("string", "pattern");
const replacement = parameter("string", "replacement");

const translations = new BoundedCache(200, translatePattern);

function ready(written: string, searched: string, { patterns }: EvaluationEnvironment): CompiledPattern {
  const work = written.length * searched.length;
  if (work > expressionLimits.patternWork) {
    throw new FunctionFailure("limit-size", "The text is too long for this pattern: search in a part of it.");
  }
  const translation = translations.get(written);
  if ("fault" in translation) throw new FunctionFailure("pattern-invalid", translation.fault);
  try {
    return patterns.compile(translation.source);
  } catch (error) {
    throw new FunctionFailure("pattern-invalid", error instanceof Error ? error.message : String(error));
  }
}

/** Puts the replacement, as it is written, in place of the first occurrences. */
function replace(
  searched: string,
  found: Iterable<readonly [number, number]>,
  { by, isOnce }: { readonly by: string; readonly isOnce: boolean },
): string {
  const pieces: string[] = [];
  let length = searched.length;
  let at = 0;
  for (const [from, to] of found) {
    pieces.push(searched.slice(at, from), by);
    length += by.length - (to - from);
    if (length > expressionLimits.resultLength) throw new FunctionFailure("limit-size", textTooLong());
    at = to;
    if (isOnce) break;
  }
  pieces.push(searched.slice(at));
  return pieces.join("");
}

/** A written pattern is judged before it is used. */
function inspect(values: readonly (Value | undefined)[]): ArgumentFault | undefined {
  const written = values[1];
  const translation = typeof written === "string" ? translations.get(written) : undefined;
  return translation && "fault" in translation ? { index: 1, message: translation.fault } : undefined;
}

function withPattern(made: Signature): Signature {
  return { ...made, inspect, needsPatterns: true };
}

function replaceSignature(isOnce: boolean): Signature {
  return withPattern(
    signature([text, pattern, replacement], "string", (environment, searched, written, by) =>
      replace(searched, ready(written, searched, environment).occurrences(searched), { by, isOnce }),
    ),
  );
}

const errors = [
  "The pattern cannot be understood.",
  "The text is too long for the pattern, or becomes too long.",
];

/**
 * Functions with regular expressions in Java's syntax. They are matched in linear time, so what would need more is
 * refused: references to groups, looking ahead or behind, possessive and atomic parts.
 */
export const patternFunctions: readonly FunctionRow[] = [
  {
    name: "isMatch",
    family: "string",
    summary: "Whether a regular expression describes the whole text.",
    signatures: [
      withPattern(
        signature([text, pattern], "boolean", (environment, searched, written) =>
          ready(written, searched, environment).matches(searched),
        ),
      ),
    ],
    examples: [
      { expression: "isMatch('NLG 123.45', '[A-Z]+ [0-9.]+')", result: "true" },
      { expression: "isMatch('NLG 123.45', '[0-9]')", result: "false" },
    ],
    errors,
  },
  {
    name: "replaceAll",
    family: "string",
    summary:
      "The text with every occurrence of a regular expression replaced; the replacement stands as it is written.",
    signatures: [replaceSignature(false)],
    examples: [{ expression: "replaceAll('a1b22', '[0-9]', '#')", result: "a#b##" }],
    errors,
  },
  {
    name: "replaceFirst",
    family: "string",
    summary:
      "The text with the first occurrence of a regular expression replaced; the replacement stands as it is written.",
    signatures: [replaceSignature(true)],
    examples: [{ expression: "replaceFirst('a1b22', '[0-9]+', '#')", result: "a#b22" }],
    errors,
  },
];
