import type { JsonValue } from "@rivulet/model";
import type { DataType, Value } from "@rivulet/values";
import type { EffectPort, RunLog } from "../ports/effect-port.ts";
import type { FlowError } from "../ports/flow-error.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import type { RunLimits } from "./limits.ts";

/** How a run is started. */
export interface RunOptions {
  /** Arguments by parameter name, as value JSON (interfaces.md, "Values as JSON"). */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  readonly settings: RunSettings;
  readonly limits?: Partial<RunLimits>;
  readonly signal?: AbortSignal;
  readonly log?: RunLog;
  /** Takes the place of the connectors' own effects: recorded answers, a dry run. */
  readonly effects?: EffectPort;
}

/** The end of a run. `toJson` prints the result as value JSON; ids count from 1 in order of printing. */
export type RunOutcome =
  | {
      readonly status: "completed";
      readonly type: DataType;
      readonly value: Value;
      readonly steps: number;
      readonly toJson: (options?: { readonly expand?: number }) => JsonValue;
    }
  | { readonly status: "failed" | "cancelled"; readonly error: FlowError; readonly steps: number };
