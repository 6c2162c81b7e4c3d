import type { EvaluationEnvironment } from "@rivulet/expressions";
import type { JsonValue } from "@rivulet/model";
import type { DataType, Value } from "@rivulet/values";
import type { EffectPort, RunLog } from "../ports/effect-port.ts";
import type { FlowError } from "../ports/flow-error.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import type { RunPlace } from "../wire/app-console.ts";
import type { RunAs } from "../wire/run-view.ts";
import type { ClientAction } from "./client-action.ts";
import type { RunLimits } from "./limits.ts";

/** What expressions need to know of the world; every part has a fixed default, none is read from the process. */
export type EvaluationSettings = Pick<
  EvaluationEnvironment,
  "timeZone" | "locale" | "language" | "firstDayOfWeek" | "roundingMode" | "clock" | "random"
>;

/** Where a run comes from. */
export interface RunOrigin {
  /** The name of the person or program that started it; null where nobody signs in. */
  readonly who: string | null;
  /** Id of that person's account; null where there are none. */
  readonly account: string | null;
  /** Content hash of the microflow's document; null where there is none. */
  readonly contentHash: string | null;
  /** The `traceparent` (W3C Trace Context) of what started it; null where it belongs to no trace. */
  readonly traceParent: string | null;
  /** From where in the application; left out where it was not started there. */
  readonly place?: RunPlace;
  /** With whose rights; left out for all that whoever started it has. */
  readonly as?: RunAs;
}

/** How the result of a run is written. */
export interface ResultOptions {
  /** How deep associated objects are nested, 0 when left out. */
  readonly expand?: number;
  /** Leaves out the values of attributes that are secret. */
  readonly hidesSecrets?: boolean;
  /** So many items of a list; all when left out. */
  readonly items?: number;
}

/** How a run is started. */
export interface RunOptions {
  /** Arguments by parameter name, as value JSON (interfaces.md, "Values as JSON"). */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** Arguments by parameter name that are values already; they are trusted to be of the parameter's type. */
  readonly values?: Readonly<Record<string, Value>>;
  /** What the run brings into every microflow: `currentUser` (System.User) and `currentSession`; empty when left out. */
  readonly specials?: { readonly currentUser?: Value; readonly currentSession?: Value };
  /** Made by `project.settings(...)` or `resolveSettings`. */
  readonly settings: RunSettings;
  readonly evaluation?: Partial<EvaluationSettings>;
  readonly limits?: Partial<RunLimits>;
  readonly signal?: AbortSignal;
  readonly log?: RunLog;
  /** Takes the place of the connectors' own effects: recorded answers, a dry run. */
  readonly effects?: EffectPort;
  /** Whether the history keeps the value, for somebody who asks for it later. */
  readonly keepsResult?: boolean;
  /** Who starts it and what the flow is then, for the history. */
  readonly origin?: RunOrigin;
  /** Whether the run is watched: `RunHandle.trace` then tells what it did. A run that is not pays nothing. */
  readonly trace?: boolean;
}

/** The end of a run. `toJson` prints the result as value JSON; ids count from 1 in order of printing. */
export type RunOutcome =
  | {
      readonly status: "completed";
      readonly type: DataType;
      readonly value: Value;
      readonly steps: number;
      /** What the screen of whoever started the run is asked to do, in this order. */
      readonly clientActions: readonly ClientAction[];
      readonly clientActionsToJson: () => readonly JsonValue[];
      readonly toJson: (options?: ResultOptions) => JsonValue;
    }
  | { readonly status: "failed" | "cancelled"; readonly error: FlowError; readonly steps: number };
