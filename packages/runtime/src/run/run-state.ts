import type { EvaluationEnvironment } from "@rivulet/expressions";
import type { ProjectIndex } from "@rivulet/model";
import type { Value } from "@rivulet/values";
import { frameChanged, type Next, type Program, type Programs } from "../compile/program.ts";
import type { EffectPort, LogEntry, RunLog, SecretVault } from "../ports/effect-port.ts";
import type { RunSettings } from "../ports/run-settings.ts";
import type { ClientAction } from "./client-action.ts";
import { Frame } from "./frame.ts";
import { limitError } from "./limit-error.ts";
import type { RunLimits } from "./limits.ts";
import type { RunAbort } from "./run-abort.ts";

/** What a run is made of. */
export interface RunParts {
  readonly environment: EvaluationEnvironment;
  readonly index: ProjectIndex;
  readonly programs: Programs;
  readonly settings: RunSettings;
  readonly limits: RunLimits;
  readonly effects: EffectPort;
  readonly secrets: SecretVault;
  readonly abort: RunAbort;
  readonly log: RunLog;
  /** Special variables by name; one that is not there is empty. */
  readonly specials: Readonly<Record<string, Value>>;
}

/** One run under way: its surroundings and where it stands. */
export class RunState {
  readonly environment: EvaluationEnvironment;
  readonly index: ProjectIndex;
  readonly programs: Programs;
  readonly settings: RunSettings;
  readonly limits: RunLimits;
  readonly effects: EffectPort;
  readonly secrets: SecretVault;
  readonly abort: RunAbort;
  readonly specials: RunParts["specials"];
  /** The microflow that is executed; `null` when the run is over. */
  frame: Frame | null = null;
  /** The result of the outermost microflow, once it is over. */
  result: Value = null;
  /** What the screen of whoever started the run is asked to do after it. */
  readonly clientActions: ClientAction[] = [];
  /** Elements executed so far. */
  steps = 0;
  #objects = 0;
  readonly #log: RunLog;
  readonly #effectCounts = new Map<string, number>();

  constructor(parts: RunParts) {
    this.environment = parts.environment;
    this.index = parts.index;
    this.programs = parts.programs;
    this.settings = parts.settings;
    this.limits = parts.limits;
    this.effects = parts.effects;
    this.secrets = parts.secrets;
    this.abort = parts.abort;
    this.specials = parts.specials;
    this.#log = parts.log;
  }

  /** Notes that an object is about to be made; refuses it when the run has made as many as it may. */
  countObject(): void {
    this.#objects += 1;
    if (this.#objects > this.limits.objects) throw limitError("objects", this.limits);
  }

  /** Asks something of the screen of whoever started the run. */
  tellClient(action: ClientAction): void {
    if (this.clientActions.length >= this.limits.clientActions)
      throw limitError("clientActions", this.limits);
    this.clientActions.push(action);
  }

  /** A frame for a microflow that is about to be called. */
  frameFor(program: Program, caller: Frame | null): Frame {
    if (caller !== null && caller.depth > this.limits.callDepth) throw limitError("callDepth", this.limits);
    const frame = new Frame(this, program, caller);
    frame.pc = program.entry;
    return frame;
  }

  /** Ends the present microflow: its caller takes the result and goes on, or the run is over. */
  leave(frame: Frame, result: Value): Next {
    const { caller } = frame;
    this.frame = caller;
    if (caller === null) this.result = result;
    else {
      if (frame.resultSlot >= 0) caller.slots[frame.resultSlot] = result;
      caller.pc = frame.returnTo;
    }
    return frameChanged;
  }

  /** Writes to the log of the run; place and time are filled in where the entry has none. */
  log(
    entry: Omit<LogEntry, "at"> & { readonly at?: number },
    place: Pick<LogEntry, "microflow" | "element">,
  ): void {
    this.#log({ at: this.environment.clock(), ...place, ...entry });
  }

  /** The key of the next effect of an element: the same in every repetition of the run. */
  effectKey(element: string): string {
    const count = (this.#effectCounts.get(element) ?? 0) + 1;
    this.#effectCounts.set(element, count);
    return `${element}#${count}`;
  }
}
