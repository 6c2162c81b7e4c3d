import type { Evaluator } from "@rivulet/expressions";
import { ObjectList } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { afterMuchWork } from "../../compile/program.ts";
import { emptyVariable } from "../../run/empty-variable.ts";
import { listOperations, type Operand } from "./list-operations.ts";

/** A list of this size takes so long to go through that the run should look at the clock afterwards. */
const manyObjects = 1_000;

const noOperand: Evaluator = () => null;

/** Change list: adds to a list, removes from it, clears or replaces it, in place. */
export const compileChangeList: ActivityCompiler = (activity) => {
  const name = activity.read("variable", "list");
  const slot = activity.slotOf("list");
  const kind = activity.read("choice", "operation");
  const operation = listOperations[kind];
  if (!operation) throw new Error(`Element ${activity.element.id} has no operation ${kind}.`);
  const { evaluate } = activity.expression("value") ?? { evaluate: noOperand };
  const { next } = activity;
  const goesThroughList = kind === "remove";
  return (frame) => {
    const list = frame.slots[slot] as ObjectList | null;
    if (list === null) throw emptyVariable("empty-list-variable", name, "list");
    const operand = evaluate(frame) as Operand;
    operation(list, operand, frame.run.limits);
    const isMuchWork =
      (goesThroughList && list.items.length > manyObjects) ||
      (operand instanceof ObjectList && operand.items.length > manyObjects);
    return isMuchWork ? afterMuchWork(next) : next;
  };
};
