import type { Token, TokenKind } from "./token.ts";

const keywords = new Set(["and", "or", "div", "mod", "if", "then", "else", "true", "false", "empty"]);

const twoCharacterSymbols = new Set(["!=", "<=", ">="]);
const oneCharacterSymbols = new Set("()+-*:=<>,[]");

/** What is read, and where reading stopped; `kind` and `to` describe the token that starts at the given place. */
interface Scan {
  readonly kind: TokenKind;
  readonly to: number;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(text.charAt(at)));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

function isNameStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function afterDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text, at)) at += 1;
  return at;
}

function afterName(text: string, from: number): number {
  let at = from;
  while (isNameStart(text, at) || isDigit(text, at)) at += 1;
  return at;
}

/**
 * Behind `Name`, `Name.Name`, ... A dot at the end belongs to the name, so that a half-typed name is one token;
 * a dot before a digit starts a number: `then.8` is `then` and `.8`.
 */
function afterDottedName(text: string, from: number): number {
  let at = afterName(text, from);
  while (text[at] === ".") {
    if (isNameStart(text, at + 1)) at = afterName(text, at + 1);
    else return isDigit(text, at + 1) ? at : at + 1;
  }
  return at;
}

function scanNumber(text: string, from: number): Scan {
  const whole = afterDigits(text, from);
  return { kind: "number", to: text[whole] === "." ? afterDigits(text, whole + 1) : whole };
}

/** One token with an optional end: two quotes in a row stand for one, so the text is closed by an odd one. */
function scanString(text: string, from: number): Scan {
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf("'", at);
    if (quote < 0) return { kind: "string", to: text.length };
    if (text[quote + 1] !== "'") return { kind: "string", to: quote + 1 };
    at = quote + 2;
  }
}

function scanDoubleQuoted(text: string, from: number): Scan {
  const quote = text.indexOf('"', from + 1);
  return { kind: "doubleQuoted", to: quote < 0 ? text.length : quote + 1 };
}

function scanWord(text: string, from: number): Scan {
  const to = afterDottedName(text, from);
  const name = text.slice(from, to);
  if (name.includes(".")) return { kind: "qualifiedName", to };
  return { kind: keywords.has(name) ? "keyword" : "word", to };
}

function scanSlash(text: string, from: number): Scan {
  if (isNameStart(text, from + 1)) return { kind: "step", to: afterDottedName(text, from + 1) };
  return { kind: "slash", to: from + 1 };
}

function scanConstant(text: string, from: number): Scan {
  return { kind: "constant", to: isNameStart(text, from + 1) ? afterDottedName(text, from + 1) : from + 1 };
}

/** `[%Name%]`; while it is typed, the end or a part of it may be missing. */
function scanPlaceholder(text: string, from: number): Scan {
  let to = afterName(text, from + 2);
  if (text[to] === "%") to += text[to + 1] === "]" ? 2 : 1;
  return { kind: "placeholder", to };
}

function scanOther(text: string, from: number): Scan {
  if (twoCharacterSymbols.has(text.slice(from, from + 2))) return { kind: "symbol", to: from + 2 };
  if (oneCharacterSymbols.has(text[from] ?? "")) return { kind: "symbol", to: from + 1 };
  const isPair = (text.codePointAt(from) ?? 0) > 0xffff;
  return { kind: "unknown", to: from + (isPair ? 2 : 1) };
}

function scan(text: string, from: number): Scan {
  if (isNameStart(text, from)) return scanWord(text, from);
  if (isDigit(text, from)) return scanNumber(text, from);
  switch (text[from]) {
    case "$":
      return { kind: "variable", to: afterName(text, from + 1) };
    case "'":
      return scanString(text, from);
    case "/":
      return scanSlash(text, from);
    case "@":
      return scanConstant(text, from);
    case '"':
      return scanDoubleQuoted(text, from);
    case ".":
      return isDigit(text, from + 1) ? scanNumber(text, from) : { kind: "unknown", to: from + 1 };
    case "[":
      return text[from + 1] === "%" ? scanPlaceholder(text, from) : scanOther(text, from);
    default:
      return scanOther(text, from);
  }
}

/** The token that follows a place, blanks passed over; behind the last one, the end. */
export function tokenAt(text: string, place: number): Token {
  let from = place;
  while (from < text.length && isBlank(text, from)) from += 1;
  if (from >= text.length) return { kind: "end", text: "", from: text.length, to: text.length };
  const { kind, to } = scan(text, from);
  return { kind, text: text.slice(from, to), from, to };
}

/**
 * The tokens of a text, in order and without blanks, ending with one of kind `end`. Never fails: what is no part of
 * the language becomes `unknown`. Linear in the length of the text.
 *
 * @example tokenize("$Total*.8").map((token) => token.text) // ["$Total", "*", ".8", ""]
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let token = tokenAt(text, 0);
  while (token.kind !== "end") {
    tokens.push(token);
    token = tokenAt(text, token.to);
  }
  tokens.push(token);
  return tokens;
}
