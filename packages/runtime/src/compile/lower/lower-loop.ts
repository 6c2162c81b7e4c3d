import type { ObjectList } from "@rivulet/values";
import { emptyVariable } from "../../run/empty-variable.ts";
import { ActivityFields } from "../activity-compiler.ts";
import { type Op, type OpFunction, opCode } from "../op.ts";
import type { StructureLowering, StructureSource } from "./structure.ts";

/** The slots of the variables that exist inside a loop. */
function ownSlots({ analysis, element }: StructureSource): { iterator: number; currentIndex: number } {
  const own = analysis.variables.filter((variable) => variable.element.id === element.id);
  const slotOf = (field: string | undefined) => own.find((variable) => variable.field === field)?.slot;
  const iterator = slotOf("iterator");
  const currentIndex = slotOf(undefined);
  if (iterator === undefined || currentIndex === undefined)
    throw new Error(`Loop ${element.id} has no iterator.`);
  return { iterator, currentIndex };
}

/** Takes the list as it stands, so that the body may change it. */
function begin(source: StructureSource): OpFunction {
  const fields = new ActivityFields({ ...source, next: 0 });
  const name = fields.read("variable", "list");
  const list = fields.slotOf("list");
  const { loop } = source;
  const firstRound = source.pc + 1;
  return (frame) => {
    const value = frame.slots[list] as ObjectList | null;
    if (value === null) throw emptyVariable("empty-list-variable", name, "list");
    const { items, count } = value.snapshot();
    frame.loops[loop] = { items, count, next: 0 };
    return firstRound;
  };
}

/** The head of the loop, to which the end of its body leads back. */
function head(source: StructureSource): Op {
  const body = source.bodyEntry() ?? source.pc + 1;
  return {
    code: opCode.nextRound,
    plan: { loop: source.loop, ...ownSlots(source), body, exit: source.next() },
  };
}

/** A loop over a list: one op that begins it, and one for each round to which the end of the body leads back. */
export const lowerLoop: StructureLowering = {
  opCount: 2,
  lower: (source) => [begin(source), head(source)],
};
