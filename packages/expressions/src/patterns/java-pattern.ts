import { propertyClass } from "./pattern-properties.ts";

/** A pattern in RE2 syntax, or what is wrong with it. */
export type TranslatedPattern = { readonly source: string } | { readonly fault: string };

/** Longest pattern, in characters. */
const longestPattern = 5_000;
/** Most repetitions that RE2 takes. */
const mostRepetitions = 1_000;

/** Classes that Java and RE2 understand differently or that RE2 lacks, as members of a class. */
const classMembers: Readonly<Record<string, string>> = {
  s: "\\t\\n\\x{b}\\f\\r ",
  h: " \\t\\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}",
  v: "\\n\\x{b}\\f\\r\\x{85}\\x{2028}\\x{2029}",
};

/** Escapes that mean the same in both. */
const sharedEscapes = new Set("dDwW");
const sharedAnchors = new Set("bBAz");
const controlEscapes: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };

const unsupported: Readonly<Record<string, string>> = {
  G: "\\G is not supported.",
  Z: "\\Z is not supported: use $ or \\z.",
  X: "\\X is not supported.",
  k: "A reference to a group is not supported: it would make matching slow without limit.",
  N: "\\N is not supported.",
};

class PatternFault extends Error {}

function fault(message: string): never {
  throw new PatternFault(message);
}

function codePointSource(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`;
}

/** A character that stands for itself. */
function literal(character: string): string {
  return /[A-Za-z0-9 _]/.test(character) ? character : codePointSource(character.codePointAt(0) ?? 0);
}

/** Reads a Java pattern from left to right and writes it in RE2 syntax. Every step moves on: the work is linear. */
class Translation {
  readonly #pattern: string;
  #at = 0;
  #openGroups = 0;
  /** Whether a quantifier can follow. */
  #canRepeat = false;
  #isDotAll = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  run(): string {
    let source = "";
    while (this.#at < this.#pattern.length) source += this.#next();
    if (this.#openGroups > 0) fault("A ( is never closed.");
    return source;
  }

  #take(): string {
    const character = String.fromCodePoint(this.#pattern.codePointAt(this.#at) ?? 0);
    this.#at += character.length;
    return character;
  }

  /** Reads on if a sticky expression fits here. */
  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const found = expression.exec(this.#pattern);
    if (found) this.#at = expression.lastIndex;
    return found ?? undefined;
  }

  #next(): string {
    const character = this.#take();
    switch (character) {
      case "\\":
        return this.#escape();
      case "[":
        this.#canRepeat = true;
        return this.#characterClass();
      case "(":
        return this.#openGroup();
      case ")":
        if (this.#openGroups === 0) fault("A ) closes nothing.");
        this.#openGroups -= 1;
        this.#canRepeat = true;
        return ")";
      case "|":
        this.#canRepeat = false;
        return "|";
      case "^":
      case "$":
        this.#canRepeat = false;
        return character;
      case ".":
        this.#canRepeat = true;
        return this.#isDotAll ? "." : "[^\\n\\r\\x{85}\\x{2028}\\x{2029}]";
      case "*":
      case "+":
      case "?":
      case "{":
        return this.#quantifier(character);
      default:
        this.#canRepeat = true;
        return literal(character);
    }
  }

  #quantifier(first: string): string {
    if (!this.#canRepeat) fault(`There is nothing before ${first} that could be repeated.`);
    this.#canRepeat = false;
    const counted = first === "{" ? this.#match(/(\d+)(?:(,)(\d*))?\}/y) : undefined;
    if (first === "{" && !counted)
      fault("A { must be followed by a number of repetitions; to find a { write \\{.");
    const [text = "", least = "0", , most = ""] = counted ?? [];
    if (Number(least) > mostRepetitions || Number(most) > mostRepetitions) {
      fault(`A part can be repeated at most ${mostRepetitions.toLocaleString("en")} times by number.`);
    }
    if (this.#match(/\+/y)) fault("Possessive quantifiers such as *+ are not supported: leave the + away.");
    const lazy = this.#match(/\?/y) ? "?" : "";
    return `${first}${text}${lazy}`;
  }

  #openGroup(): string {
    this.#canRepeat = false;
    const flags = this.#match(/\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/y);
    if (flags) return this.#flagGroup(flags);
    this.#openGroups += 1;
    const named = this.#match(/\?<([A-Za-z]\w*)>/y);
    if (named) return `(?<${named[1]}>`;
    if (this.#match(/\?<?[=!]/y)) fault("Looking ahead or behind with (?= (?! (?<= (?<! is not supported.");
    if (this.#match(/\?>/y)) fault("Atomic groups (?> are not supported.");
    if (this.#match(/\?/y)) fault("This group (? is not understood.");
    return "(";
  }

  /** `(?i)`, `(?i:...)`, `(?:...)`. Case is folded for all letters, so Java's `u` adds nothing. */
  #flagGroup([, on = "", off = "", end = ""]: RegExpExecArray): string {
    const unknown = /[^imsu]/.exec(on + off)?.[0];
    if (unknown) fault(`The flag ${unknown} is not supported: i, m and s are.`);
    if (on.includes("s")) this.#isDotAll = true;
    if (end === ":") this.#openGroups += 1;
    const kept = on.replaceAll("u", "");
    const dropped = off.replaceAll("u", "");
    if (end === ")" && kept + dropped === "") return "";
    return `(?${kept}${dropped && "-"}${dropped}${end}`;
  }

  #escape(): string {
    if (this.#at >= this.#pattern.length) fault("The pattern ends with a \\.");
    this.#canRepeat = true;
    const quoted = this.#match(/Q([^]*?)(?:\\E|$)/y);
    if (quoted) return Array.from(quoted[1] ?? "", literal).join("");
    if (this.#match(/E/y)) return "";
    const letter = this.#pattern[this.#at] ?? "";
    if (sharedAnchors.has(letter)) {
      this.#canRepeat = false;
      return `\\${this.#take()}`;
    }
    if (letter === "R") {
      this.#at += 1;
      return `(?:\\r\\n|[${classMembers["v"]}])`;
    }
    const members = classMembers[letter.toLowerCase()];
    if (members !== undefined) {
      this.#at += 1;
      return `[${letter === letter.toLowerCase() ? "" : "^"}${members}]`;
    }
    if (/[1-9]/.test(letter)) {
      fault(
        "A reference to a group such as \\1 is not supported: it would make matching slow without limit.",
      );
    }
    return this.#member("outside");
  }

  /** An escape that means a character or a class, in or outside brackets; the backslash has been read. */
  #member(where: "inside" | "outside"): string {
    const property = this.#match(/([pP])(?:\{([^}]*)\}|([A-Z]))/y);
    if (property) {
      const [, sign, name = "", letter = name] = property;
      const found = propertyClass(letter, sign === "P") ?? fault(`The property ${letter} is not known.`);
      return where === "outside" && found.startsWith("[") ? `[${found}]` : found;
    }
    const codePoint = this.#codePoint();
    if (codePoint !== undefined) return codePointSource(codePoint);
    const character = this.#take();
    if (sharedEscapes.has(character)) return `\\${character}`;
    const control = controlEscapes[character];
    if (control !== undefined) return codePointSource(control);
    if (/[A-Za-z]/.test(character)) fault(unsupported[character] ?? `\\${character} means nothing.`);
    return literal(character);
  }

  /** `\\xhh`, `\\x{h...h}`, `\\uhhhh`, `\\0n` and `\\cX`. */
  #codePoint(): number | undefined {
    const hexadecimal = this.#match(/x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})/y);
    if (hexadecimal) {
      const value = Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? hexadecimal[3] ?? "", 16);
      return value <= 0x10ffff ? value : fault("A character goes up to \\x{10ffff}.");
    }
    const octal = this.#match(/0([0-3]?[0-7]{1,2})/y);
    if (octal) return Number.parseInt(octal[1] ?? "", 8);
    const control = this.#match(/c([\x40-\x5f])/y);
    return control?.[1] === undefined ? undefined : control[1].charCodeAt(0) ^ 64;
  }

  #characterClass(): string {
    let source = this.#match(/\^/y) ? "[^" : "[";
    for (let isFirst = true; ; isFirst = false) {
      if (this.#at >= this.#pattern.length) fault("A [ is never closed.");
      if (this.#match(/&&/y)) fault("Intersections of classes with && are not supported.");
      const character = this.#take();
      if (character === "]" && !isFirst) return `${source}]`;
      if (character === "[") fault("A class inside a class is not supported; to find a [ write \\[.");
      source += character === "\\" ? this.#memberInClass() : character === "-" ? "-" : literal(character);
    }
  }

  #memberInClass(): string {
    if (this.#at >= this.#pattern.length) fault("A [ is never closed.");
    const quoted = this.#match(/Q([^]*?)(?:\\E|$)/y);
    if (quoted) return Array.from(quoted[1] ?? "", literal).join("");
    const letter = this.#pattern[this.#at] ?? "";
    const members = classMembers[letter];
    if (members !== undefined) {
      this.#at += 1;
      return members;
    }
    if (letter === "S") return `\\${this.#take()}`;
    if (letter === "-") return `\\${this.#take()}`;
    if (/[1-9]/.test(letter)) fault(`\\${letter} means nothing in a class.`);
    return this.#member("inside");
  }
}

/**
 * Writes a Java regular expression in RE2 syntax, which matches in linear time. What cannot be matched so is a fault
 * in plain words: references to groups, looking around, possessive and atomic parts.
 *
 * @example translatePattern("\\Qa.b\\E+") // { source: "a\\x{2e}b+" }
 */
export function translatePattern(pattern: string): TranslatedPattern {
  if (pattern.length > longestPattern) {
    return { fault: `A pattern has at most ${longestPattern.toLocaleString("en")} characters.` };
  }
  try {
    return { source: new Translation(pattern).run() };
  } catch (error) {
    if (error instanceof PatternFault) return { fault: error.message };
    throw error;
  }
}
