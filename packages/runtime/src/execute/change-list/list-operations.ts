import { type EntityObject, ObjectList } from "@rivulet/values";
import { limitError } from "../../run/limit-error.ts";
import type { RunLimits } from "../../run/limits.ts";

/** What is added or removed; empty is nothing. */
export type Operand = EntityObject | ObjectList | null;

/** Changes a list in place. */
export type ListOperation = (list: ObjectList, operand: Operand, limits: RunLimits) => void;

function add(list: ObjectList, operand: Operand, limits: RunLimits): void {
  if (operand === null) return;
  const count = operand instanceof ObjectList ? operand.items.length : 1;
  if (list.items.length + count > limits.listSize) throw limitError("listSize", limits);
  if (operand instanceof ObjectList) list.addAll(operand);
  else list.add(operand);
}

function remove(list: ObjectList, operand: Operand): void {
  if (operand === null) return;
  if (operand instanceof ObjectList) list.removeAll(operand);
  else list.remove(operand);
}

function replace(list: ObjectList, operand: Operand, limits: RunLimits): void {
  const members = operand === list ? new ObjectList(list.entity, [...list.items]) : operand;
  list.clear();
  add(list, members, limits);
}

/** The operations of Change list by the value of its field. */
export const listOperations: Readonly<Record<string, ListOperation>> = {
  add,
  remove,
  replace,
  clear: (list) => list.clear(),
};
