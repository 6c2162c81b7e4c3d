import { ObjectList } from "@rivulet/values";
import { type ActivityCompiler, emptyExpression } from "../../compile/activity-compiler.ts";
import { type OpFunction, opCode } from "../../compile/op.ts";
import { afterMuchWork } from "../../compile/program.ts";
import { emptyVariable } from "../../run/empty-variable.ts";
import type { AddObjectPlan } from "./add-object.ts";
import { type ListOperand, type ListOperation, listOperations } from "./list-operations.ts";

/** A list of this size takes so long to go through that the run should look at the clock afterwards. */
const manyObjects = 1_000;

function changing({ list: slot, name, value, next }: AddObjectPlan, operation: ListOperation): OpFunction {
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
  const addsObject = kind === "add" && value?.type.kind === "object";
  return addsObject ? { code: opCode.addObject, plan: change } : changing(change, operation);
};
