import { ObjectTemplate } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { compileMembers } from "../../compile/member-assignments.ts";
import { opCode } from "../../compile/op.ts";

/** Create object: the initial values of the entity, then the listed members. */
export const compileCreateObject: ActivityCompiler = (activity) => {
  const entity = activity.read("entity", "entity");
  const shape = activity.index.shape(entity);
  if (!shape) throw new Error(`There is no entity ${entity}.`);
  return {
    code: opCode.createObject,
    plan: {
      template: new ObjectTemplate(shape),
      members: compileMembers(activity, "members", entity),
      output: activity.outputSlot("output"),
      next: activity.next,
    },
  };
};
