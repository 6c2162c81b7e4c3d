import { createEnvironment } from "@rivulet/expressions/environment";
import type { ProjectIndex } from "@rivulet/model";
import { ObjectIds, ObjectList, type Value, valueToJson } from "@rivulet/values";
import type { Program, Programs } from "../compile/program.ts";
import type { EffectHandler, EffectPort } from "../ports/effect-port.ts";
import { FlowError } from "../ports/flow-error.ts";
import { clientActionToJson } from "./client-action.ts";
import { ConnectorEffects } from "./connector-effects.ts";
import { executeRun } from "./execute-run.ts";
import type { LazyPatterns } from "./lazy-patterns.ts";
import { resolveLimits } from "./limits.ts";
import type { RunOptions, RunOutcome } from "./run.ts";
import { RunAbort } from "./run-abort.ts";
import { RunState } from "./run-state.ts";
import type { SecretMask } from "./secret-mask.ts";
import { SecretStore } from "./secret-store.ts";

/** What the runs of a project share. */
export interface RunSurroundings {
  readonly index: ProjectIndex;
  readonly programs: Programs;
  /** How connectors do effects, by their kind. */
  readonly effectHandlers: ReadonlyMap<string, EffectHandler>;
  readonly patterns: LazyPatterns;
}

/** How one run is started. */
export interface RunStart {
  readonly surroundings: RunSurroundings;
  /** Whether anything that is run matches regular expressions. */
  readonly needsPatterns: boolean;
  readonly options: RunOptions;
  readonly mask: SecretMask;
  /** Puts somebody between the run and its effects who looks on. */
  readonly observed?: ((effects: EffectPort) => EffectPort) | undefined;
}

/** A run that has not begun. */
export interface PreparedRun {
  readonly state: RunState;
  readonly program: Program;
  /** Loads what the run needs beyond the program; `undefined` when there is nothing. */
  readonly load: (() => Promise<void>) | undefined;
  /** Ends the run as cancelled; silent when it is over. */
  cancel(): void;
}

const cancelledCode = "cancelled";

function cancelled(): FlowError {
  return new FlowError({ code: cancelledCode, message: "The run was cancelled.", isCatchable: false });
}

function ignore(): void {}

/** Makes everything that a run of a microflow needs; `values` are in the order of the parameters. */
export function prepareRun(
  program: Program,
  values: readonly Value[],
  { surroundings, needsPatterns, options, mask, observed }: RunStart,
): PreparedRun {
  const { index, programs, effectHandlers, patterns } = surroundings;
  const { settings, evaluation, log = ignore, specials = {} } = options;
  const abort = new RunAbort(options.signal, cancelled);
  const secrets = new SecretStore(mask);
  const { constant } = settings;
  const effectContext = {
    secrets,
    log,
    get signal() {
      return abort.signal;
    },
  };
  const effects = options.effects ?? new ConnectorEffects(effectHandlers, effectContext);
  const state = new RunState({
    index,
    programs,
    settings,
    secrets,
    abort,
    log,
    specials,
    environment: createEnvironment({
      clock: Date.now,
      random: Math.random,
      ...evaluation,
      constant,
      patterns,
      isNew: () => true,
    }),
    limits: resolveLimits(index.settings?.limits, options.limits),
    effects: observed ? observed(effects) : effects,
  });
  const frame = state.frameFor(program, null);
  for (const [position, { slot }] of program.parameters.entries()) {
    frame.slots[slot] = values[position] ?? null;
  }
  state.frame = frame;
  const load = needsPatterns ? () => patterns.load() : undefined;
  return { state, program, load, cancel: () => abort.end(cancelled()) };
}

/** Executes a prepared run. Never rejects: a failure is an outcome. */
export async function runProgram({ state, program, load }: PreparedRun): Promise<RunOutcome> {
  try {
    if (load) await load();
    await executeRun(state);
  } catch (error) {
    const failure =
      error instanceof FlowError
        ? error
        : new FlowError({ code: "internal-error", message: String(error), cause: error });
    const status = failure.code === cancelledCode ? "cancelled" : "failed";
    return { status, error: failure, steps: state.steps };
  }
  const { result: value, steps, index, clientActions } = state;
  const type = program.returnType;
  const ids = new ObjectIds();
  return {
    status: "completed",
    type,
    value,
    steps,
    clientActions,
    clientActionsToJson: () => clientActions.map((action) => clientActionToJson(action, { ids, index })),
    toJson: ({ expand = 0, hidesSecrets = false, items } = {}) =>
      valueToJson(firstItems(value, items), type, {
        ids,
        expand,
        hidesSecrets,
        associationsOf: (entity) => index.associationsOf(entity),
      }),
  };
}

function firstItems(value: Value, items: number | undefined): Value {
  const isLonger = items !== undefined && value instanceof ObjectList && value.items.length > items;
  return isLonger ? new ObjectList(value.entity, value.items.slice(0, items)) : value;
}
