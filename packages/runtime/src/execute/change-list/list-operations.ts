import { type EntityObject, ObjectList } from "@rivulet/values";
import { limitError } from "../../run/limit-error.ts";
import type { RunLimits } from "../../run/limits.ts";

/** What is added or removed; empty is nothing. */
export type ListOperand = EntityObject | ObjectList | null;

/** Changes a list in place. */
export type ListOperation = (list: ObjectList, operand: ListOperand, limits: RunLimits) => void;

/** Adds an object where the list has room for one more. */
export function addObject(list: ObjectList, object: EntityObject, limits: RunLimits): void {
  if (list.items.length >= limits.listSize) throw limitError("listSize", limits);
  list.add(object);
}

function add(list: ObjectList, operand: ListOperand, limits: RunLimits): void {
  if (operand === null) return;
  if (!(operand instanceof ObjectList)) return addObject(list, operand, limits);
  if (list.items.length + operand.items.length > limits.listSize) throw limitError("listSize", limits);
  list.addAll(operand);
}

function remove(list: ObjectList, operand: ListOperand): void {
  if (operand === null) return;
  if (operand instanceof ObjectList) list.removeAll(operand);
  else list.remove(operand);
}

function replace(list: ObjectList, operand: ListOperand, limits: RunLimits): void {
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
