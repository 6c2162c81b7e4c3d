import type { ObjectList } from "@rivulet/values";
import { emptyVariable } from "../../run/empty-variable.ts";
import type { Rounds } from "../../run/frame.ts";
import { ActivityFields } from "../activity-compiler.ts";
import type { Op } from "../program.ts";
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
function begin(source: StructureSource): Op {
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

/** The next round, or the way out. */
function nextRound(source: StructureSource): Op {
  const { loop } = source;
  const { iterator, currentIndex } = ownSlots(source);
  const body = source.bodyEntry() ?? source.pc + 1;
  const exit = source.next();
  return (frame) => {
    const rounds = frame.loops[loop] as Rounds;
    const index = rounds.next;
    if (index >= rounds.count) return exit;
    const { slots } = frame;
    slots[iterator] = rounds.items[index] ?? null;
    slots[currentIndex] = index;
    rounds.next = index + 1;
    return body;
  };
}

/** A loop over a list: one op that begins it, and one for each round to which the end of the body leads back. */
export const lowerLoop: StructureLowering = {
  opCount: 2,
  lower: (source) => [begin(source), nextRound(source)],
};
