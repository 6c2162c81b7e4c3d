/** The kinds of token. Tokens are tolerant: a half-typed name is a token too, and the parser says what is wrong. */
export type TokenKind =
  /** `12`, `1.5`, `.8`, `60.`; never with a sign, the digits stay text. */
  | "number"
  /** `'it''s'`; also without its closing quote. */
  | "string"
  /** `"text"`, which is no string of this language. */
  | "doubleQuoted"
  /** A bare word that is no keyword. */
  | "word"
  /** `and`, `or`, `div`, `mod`, `if`, `then`, `else`, `true`, `false`, `empty`. */
  | "keyword"
  /** `Module.Name` or `Module.Enumeration.Value`; may end in a dot while it is typed. */
  | "qualifiedName"
  /** `$Name`; also `$` alone. */
  | "variable"
  /** `@Module.Constant`; also `@` alone. */
  | "constant"
  /** `[%CurrentDateTime%]`; also without its end. */
  | "placeholder"
  /** `/Name` or `/Module.Association` without space between. */
  | "step"
  /** A `/` that no name follows directly. */
  | "slash"
  /** Operators, parentheses and the comma. */
  | "symbol"
  /** What belongs to nothing else. */
  | "unknown"
  /** The place behind the last character; its text is empty. */
  | "end";

/** A piece of the text between `from` and `to` (offsets in UTF-16 units, `to` excluded). */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
