import type { JsonValue } from "@rivulet/model";
import type { LogLevel } from "../wire/run-view.ts";

/**
 * Everything that leaves the process goes through here, as JSON: so a run can be recorded, replayed, tried without
 * writing, and budgeted. Credentials stand in a request only as handles of the run's {@link SecretVault}.
 */
export interface EffectPort {
  /**
   * Does one effect.
   *
   * @param kind what to do: `AmazonDynamoDBConnector.ListTables`
   * @param request all that the effect depends on
   * @param key names the call within its run, the same in every repetition of the run: `<element>#<nth call>`
   * @throws {FlowError} with the code, the cause and whether trying again makes sense
   */
  call(kind: string, request: JsonValue, key: string): JsonValue | Promise<JsonValue>;
}

/** What an effect needs beside its request. */
export interface EffectContext {
  readonly signal: AbortSignal;
  readonly secrets: SecretVault;
  readonly log: RunLog;
}

/** Does the effects of one kind. Part of a connector's execution; loads what it needs on the first call. */
export type EffectHandler = (request: JsonValue, context: EffectContext) => Promise<JsonValue>;

/** An effect as observers see it. What its request holds beside names may be data of the application. */
export interface ObservedEffect {
  readonly runId: string;
  readonly kind: string;
  readonly request: JsonValue;
  /** As {@link EffectPort.call} takes it. */
  readonly key: string;
}

/** Is told of an effect when it begins; what it returns is told of its end, with the failure where it failed. */
export type EffectObserver = (effect: ObservedEffect) => (failure?: unknown) => void;

/** How {@link SecretVault.keep} treats what it is given. */
export interface KeepOptions {
  /** Whether anybody may see the values, dummy ones for example: they are not hidden in traces and logs. */
  readonly isPublic?: boolean;
}

/** Keeps secret values of a run apart from everything that is recorded. */
export interface SecretVault {
  /** A handle for these secret values; the same values give the same handle. */
  keep(secret: Readonly<Record<string, string>>, options?: KeepOptions): string;
  /** The values behind a handle. Throws for a handle of another run. */
  open(handle: string): Readonly<Record<string, string>>;
}

/** One line of a run's log. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly node: string;
  readonly message: string;
  readonly at: number;
  readonly microflow?: string;
  readonly element?: string;
}

/** Where a run's log goes. */
export type RunLog = (entry: LogEntry) => void;
