import type { EntityObject } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { compileMembers } from "../../compile/member-assignments.ts";
import { emptyVariable } from "../../run/empty-variable.ts";

/** Change object: sets the listed members of an object that is there. */
export const compileChangeObject: ActivityCompiler = (activity) => {
  const name = activity.read("variable", "object");
  const type = activity.expressions.typeOfVariable(name);
  if (type.kind !== "object") throw new Error(`$${name} is no object.`);
  const members = compileMembers(activity, "members", type.entity);
  const slot = activity.slotOf("object");
  const { next } = activity;
  return (frame) => {
    const object = frame.slots[slot] as EntityObject | null;
    if (object === null) throw emptyVariable("empty-object", name, "object");
    members.assignAllOrNone(object, frame);
    return next;
  };
};
