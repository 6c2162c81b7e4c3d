import type { Operand } from "@rivulet/expressions";
import type { EntityObject, ObjectList } from "@rivulet/values";
import type { Next } from "../../compile/program.ts";
import { emptyVariable } from "../../run/empty-variable.ts";
import type { Frame } from "../../run/frame.ts";
import { addObject } from "./list-operations.ts";

/** Adds one object to a list: what most loops end with. */
export interface AddObjectPlan {
  readonly list: number;
  /** Name of the variable that holds the list. */
  readonly name: string;
  readonly value: Operand;
  readonly next: Next;
}

/** Adds the object, where there is one. */
export function addObjectToList(plan: AddObjectPlan, frame: Frame): Next {
  const list = frame.slots[plan.list] as ObjectList | null;
  if (list === null) throw emptyVariable("empty-list-variable", plan.name, "list");
  const object = plan.value.valueIn(frame) as EntityObject | null;
  if (object !== null) addObject(list, object, frame.run.limits);
  return plan.next;
}
