import { RE2JS } from "re2js";
import type { CompiledPattern, Patterns } from "../evaluation-environment.ts";
import { BoundedCache } from "../formats/bounded-cache.ts";

function* occurrences(pattern: RE2JS, text: string): Generator<readonly [number, number]> {
  const matcher = pattern.matcher(text);
  while (matcher.find()) yield [matcher.start(), matcher.end()];
}

function compile(source: string): CompiledPattern {
  const pattern = RE2JS.compile(source);
  return {
    matches: (text) => pattern.matches(text),
    occurrences: (text) => occurrences(pattern, text),
  };
}

const compiled = new BoundedCache(200, compile);

/** Regular expressions with RE2's algorithm: no pattern and no text makes it hang. */
export const re2Patterns: Patterns = { compile: (source) => compiled.get(source) };
