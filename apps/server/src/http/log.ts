import type { FastifyLoggerOptions } from "fastify";

/** How much the server writes to its log, least important first. */
export type ServerLogLevel = "trace" | "debug" | "info" | "warn" | "error" | "silent";

/** Where the log goes: JSON lines (pino), one an event. */
export interface LogOptions {
  readonly level: ServerLogLevel;
  /** Standard error when left out, so that standard output stays free. */
  readonly stream?: { readonly write: (line: string) => unknown };
}

/** What pino is told. Headers and bodies are never logged, so no secret can be. */
export function loggerOptions({ level, stream = process.stderr }: LogOptions): FastifyLoggerOptions {
  return {
    level,
    stream: {
      write(line) {
        stream.write(line);
      },
    },
  };
}
