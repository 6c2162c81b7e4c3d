import type { Signature } from "./signature.ts";

/** The groups of the reference page. */
export type FunctionFamily =
  | "string"
  | "number"
  | "date"
  | "conversion"
  | "enumeration"
  | "list"
  | "object"
  | "logic";

/** A worked example; its result is text as the reference page prints it, and a test runs it. */
export interface FunctionExample {
  readonly expression: string;
  readonly result: string;
}

/** All that is known about a function: check, compiler, completion, hover and the reference page read it. */
export interface FunctionRow {
  readonly name: string;
  readonly family: FunctionFamily;
  /** One sentence, ends in a full stop. */
  readonly summary: string;
  /** In the order in which they are tried. */
  readonly signatures: readonly Signature[];
  readonly examples: readonly FunctionExample[];
  /** When it fails, in plain words. */
  readonly errors?: readonly string[];
}
