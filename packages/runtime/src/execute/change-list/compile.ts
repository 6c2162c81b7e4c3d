import type { Evaluator } from "@rivulet/expressions";
import { type EntityObject, ObjectList } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { afterMuchWork, type Next, type Op } from "../../compile/program.ts";
import { emptyVariable } from "../../run/empty-variable.ts";
import type { Frame } from "../../run/frame.ts";
import { addObject, type ListOperation, listOperations, type Operand } from "./list-operations.ts";

/** A list of this size takes so long to go through that the run should look at the clock afterwards. */
const manyObjects = 1_000;

const noOperand: Evaluator = () => null;

/** What every change of a list has. */
interface ListChange {
  readonly listOf: (frame: Frame) => ObjectList;
  readonly evaluate: Evaluator;
  readonly next: Next;
}

/** Adding one object is what most loops end with, so it has an op of its own that asks nothing about its operand. */
function adding({ listOf, evaluate, next }: ListChange): Op {
  return (frame) => {
    const list = listOf(frame);
    const object = evaluate(frame) as EntityObject | null;
    if (object !== null) addObject(list, object, frame.run.limits);
    return next;
  };
}

function changing({ listOf, evaluate, next }: ListChange, operation: ListOperation): Op {
  return (frame) => {
    const list = listOf(frame);
    const operand = evaluate(frame) as Operand;
    operation(list, operand, frame.run.limits);
    const size = list.items.length + (operand instanceof ObjectList ? operand.items.length : 0);
    return size > manyObjects ? afterMuchWork(next) : next;
  };
}

/** Change list: adds to a list, removes from it, clears or replaces it, in place. */
export const compileChangeList: ActivityCompiler = (activity) => {
  const name = activity.read("variable", "list");
  const slot = activity.slotOf("list");
  const kind = activity.read("choice", "operation");
  const operation = listOperations[kind];
  if (!operation) throw new Error(`Element ${activity.element.id} has no operation ${kind}.`);
  const value = activity.expression("value");
  const listOf = ({ slots }: Frame): ObjectList => {
    const list = slots[slot] as ObjectList | null;
    if (list === null) throw emptyVariable("empty-list-variable", name, "list");
    return list;
  };
  const change = { listOf, evaluate: value?.evaluate ?? noOperand, next: activity.next };
  return kind === "add" && value?.type.kind === "object" ? adding(change) : changing(change, operation);
};
