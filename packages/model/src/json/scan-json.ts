/** A fault found in a text of JSON before it is parsed. `offset` counts UTF-16 code units. */
export interface JsonFault {
  readonly code: "json-too-deep" | "json-inexact-number";
  readonly offset: number;
  readonly message: string;
}

const quote = 0x22;
const backslash = 0x5c;
const minus = 0x2d;
const colon = 0x3a;

/** Skips a text literal; `start` is its opening quote. Returns the offset behind the closing one. */
export function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backslash) at += 1;
    else if (code === quote) return at + 1;
  }
  return text.length;
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isOpening = (code: number) => code === 0x5b || code === 0x7b;
const isClosing = (code: number) => code === 0x5d || code === 0x7d;

/** Reads a number where the pattern is told to start; sticky, so that it never searches. */
const numberPattern = /-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?/y;

/** Digits without leading and trailing zeros, and the power of ten of the last one: equal for equal numbers. */
function normalForm(number: string): string {
  numberPattern.lastIndex = 0;
  const [, whole = "", fraction = "", exponent = "0"] = numberPattern.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${significant}e${power}`;
}

/** Whether a number of at most 15 digits and no exponent is written: a double always holds it. */
function isSurelyExact(number: string): boolean {
  return number.length <= 15 && !/[eE]/.test(number);
}

/** Whether JavaScript reads the number as exactly what is written. */
function isExact(number: string): boolean {
  if (isSurelyExact(number)) return true;
  const value = Number(number);
  return Number.isFinite(value) && normalForm(number) === normalForm(String(value));
}

function numberAt(text: string, at: number): string {
  numberPattern.lastIndex = at;
  return numberPattern.exec(text)?.[0] ?? text.slice(at, at + 1);
}

/**
 * One pass before parsing, so that deep nesting fails at once and never reaches a recursive reader, and a number
 * that a double cannot hold is refused, not rounded (architecture, invariant 5). Says nothing about other faults.
 * Without one of these it answers with how many members are written in all objects together.
 */
export function scanJson(text: string, maximumDepth: number): JsonFault | number {
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfText(text, at) - 1;
    else if (isDigit(code) || code === minus) {
      const number = numberAt(text, at);
      if (!isExact(number)) return inexactNumber(number, at);
      at += number.length - 1;
    } else if (isOpening(code)) {
      depth += 1;
      if (depth > maximumDepth) return tooDeep(maximumDepth, at);
    } else if (isClosing(code)) depth -= 1;
    else if (code === colon) members += 1;
  }
  return members;
}

function tooDeep(maximumDepth: number, offset: number): JsonFault {
  const message = `The JSON is nested deeper than ${maximumDepth} levels`;
  return { code: "json-too-deep", message, offset };
}

function inexactNumber(number: string, offset: number): JsonFault {
  const shown = number.length > 40 ? `${number.slice(0, 40)}…` : number;
  const message = `The number ${shown} has more digits than a JSON number keeps; write it as text, in quotes`;
  return { code: "json-inexact-number", message, offset };
}
