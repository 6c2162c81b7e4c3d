import { ObjectTemplate } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { compileMembers } from "../../compile/member-assignments.ts";
import { opCode } from "../../compile/op.ts";

/** Create object: the initial values of the entity, then the listed members. */
export const compileCreateObject: ActivityCompiler = (activity) => {
  const entity = activity.read("entity", "entity");
  const shape = activity.index.shape(entity);
  if (!shape) throw new Error(`There is no entity ${entity}.`);
  const members = compileMembers(activity, "members", entity);
  const template = new ObjectTemplate(shape);
  const output = activity.outputSlot("output");
  const { next } = activity;
  if (!members.linksEarly) return { code: opCode.createObject, plan: { template, members, output, next } };
  return (frame) => {
    const object = template.create();
    members.assignAllOrNone(object, frame);
    frame.slots[output] = object;
    return next;
  };
};
