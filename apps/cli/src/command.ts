import type { ParseArgsOptionsConfig } from "node:util";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** What was written after the name of a command. */
export interface CommandLine {
  readonly positionals: readonly string[];
  /** Value of an option that takes one, the last one when it was given twice. */
  readonly text: (option: string) => string | undefined;
  /** All values of an option that may be repeated. */
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
}

/** A command of `rivulet`. Its code is loaded when it is called, so that every command starts fast. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** After `rivulet <name>`. */
  readonly usage: string;
  /** One line for each option: how it is written, and what it does. */
  readonly help: readonly (readonly [written: string, meaning: string])[];
  readonly options: ParseArgsOptionsConfig;
  readonly positionals: { readonly least: number; readonly most: number };
  /** Words that begin with a dash and are none of the options are positionals: expressions like `-$x`. */
  readonly takesDashes?: boolean;
  readonly load: () => Promise<{
    readonly execute: (line: CommandLine, terminal: Terminal) => Promise<ExitCode>;
  }>;
}
