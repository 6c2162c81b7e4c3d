import { type Logger, pino } from "pino";
import { gatheredStandardError } from "./gathered-lines.ts";

/** How much the server writes to its log, least important first. */
export type ServerLogLevel = "trace" | "debug" | "info" | "warn" | "error" | "silent";

/** Where the log goes: JSON lines, one an event. */
export interface LogOptions {
  readonly level?: ServerLogLevel;
  /** Standard error when left out, so that standard output stays free. */
  readonly stream?: { readonly write: (line: string) => unknown };
}

/** The log of a server. Headers, bodies and parameters are never written to it, so no secret can be. */
export function createLog({ level = "info", stream = gatheredStandardError() }: LogOptions): Logger {
  const formatters = { level: (label: string) => ({ level: label }) };
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ level, base: null, timestamp, formatters }, { write: (line) => void stream.write(line) });
}
