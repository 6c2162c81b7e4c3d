import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { writeToDescriptor } from "./write-to-descriptor.ts";

/** Where a command reads and writes. Results go to `out`, everything else to `error`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** All of standard input. */
  readonly input: () => string;
  /** Whether a person reads the error stream as it is written, and no file or program. */
  readonly isWatched: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C or a request to stop. */
  readonly signal: AbortSignal;
  /** A path as the caller meant it: against the folder where the command was typed (INIT_CWD under a script). */
  readonly path: (written: string) => string;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  const folder = process.env["INIT_CWD"] ?? process.cwd();
  return {
    out: (text) => writeToDescriptor(1, `${text}\n`),
    error: (text) => writeToDescriptor(2, `${text}\n`),
    input: () => readFileSync(0, "utf8"),
    // Asked by those who want to know: Node makes the stream when it is first looked at, which takes time.
    get isWatched() {
      return process.stderr.isTTY;
    },
    environment: process.env,
    signal: controller.signal,
    path: (written) => resolve(folder, written),
  };
}
