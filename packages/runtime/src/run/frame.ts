import type { EvaluationEnvironment, EvaluationFrame } from "@rivulet/expressions";
import type { ListSnapshot, Value } from "@rivulet/values";
import type { Next, Program } from "../compile/program.ts";
import type { RunState } from "./run-state.ts";

/** How far a loop is. */
export interface Rounds extends ListSnapshot {
  /** Position of the next object. */
  next: number;
}

/** One microflow under way: its variables and where it stands. Microflows that called each other are a chain of frames. */
export class Frame implements EvaluationFrame {
  readonly slots: Value[];
  readonly environment: EvaluationEnvironment;
  readonly run: RunState;
  readonly program: Program;
  readonly caller: Frame | null;
  /** The loops of the microflow, by their number in the program. */
  readonly loops: Rounds[] = [];
  /** The op that is executed, brought up to date whenever the run leaves the frame, waits or fails. */
  pc = 0;
  /** Where the caller takes the result, -1 when it does not; and where it goes on. */
  resultSlot = -1;
  returnTo: Next = 0;
  readonly depth: number;

  constructor(run: RunState, program: Program, caller: Frame | null) {
    this.run = run;
    this.environment = run.environment;
    this.program = program;
    this.caller = caller;
    this.depth = caller === null ? 1 : caller.depth + 1;
    this.slots = emptySlots(program.slotCount);
    for (const { name, slot } of program.specials) this.slots[slot] = run.specials[name] ?? null;
  }
}

function emptySlots(count: number): Value[] {
  const slots: Value[] = [];
  for (let slot = 0; slot < count; slot += 1) slots.push(null);
  return slots;
}
