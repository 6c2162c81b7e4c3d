import type { Operand } from "@rivulet/expressions";
import { type EntityObject, ObjectList } from "@rivulet/values";
import { type ActivityCompiler, emptyExpression } from "../../compile/activity-compiler.ts";
import { afterMuchWork, type Next, type Op } from "../../compile/program.ts";
import { emptyVariable } from "../../run/empty-variable.ts";
import { addObject, type ListOperand, type ListOperation, listOperations } from "./list-operations.ts";

/** A list of this size takes so long to go through that the run should look at the clock afterwards. */
const manyObjects = 1_000;

/** What every change of a list has. */
interface ListChange {
  readonly list: number;
  readonly name: string;
  readonly value: Operand;
  readonly next: Next;
}

/** Adding one object is what most loops end with, so it has an op of its own that asks nothing about its operand. */
function adding({ list: slot, name, value, next }: ListChange): Op {
  return (frame) => {
    const list = frame.slots[slot] as ObjectList | null;
    if (list === null) throw emptyVariable("empty-list-variable", name, "list");
    const object = value.valueIn(frame) as EntityObject | null;
    if (object !== null) addObject(list, object, frame.run.limits);
    return next;
  };
}

function changing({ list: slot, name, value, next }: ListChange, operation: ListOperation): Op {
  return (frame) => {
    const list = frame.slots[slot] as ObjectList | null;
    if (list === null) throw emptyVariable("empty-list-variable", name, "list");
    const operand = value.valueIn(frame) as ListOperand;
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
  const { operand } = value ?? emptyExpression;
  const change = { list: slot, name, value: operand, next: activity.next };
  return kind === "add" && value?.type.kind === "object" ? adding(change) : changing(change, operation);
};
