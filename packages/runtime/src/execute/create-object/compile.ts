import { ObjectTemplate } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { compileMembers, type MemberAssigner } from "../../compile/member-assignments.ts";
import type { Next, Op } from "../../compile/program.ts";

/** What creating an object needs. */
interface Creation {
  readonly template: ObjectTemplate;
  readonly members: MemberAssigner;
  readonly output: number;
  readonly next: Next;
}

/** Makes the object with all its values at once. The array is taken again for the next object. */
function creatingWithAttributes({ template, members, output, next }: Creation): Op {
  const values = [...template.initialValues];
  return (frame) => {
    members.evaluate(values, frame);
    frame.slots[output] = template.createWith(values);
    return next;
  };
}

function creating({ template, members, output, next }: Creation): Op {
  return (frame) => {
    const object = template.create();
    members.assign(object, frame);
    frame.slots[output] = object;
    return next;
  };
}

/** Create object: the initial values of the entity, then the listed members. */
export const compileCreateObject: ActivityCompiler = (activity) => {
  const entity = activity.read("entity", "entity");
  const shape = activity.index.shape(entity);
  if (!shape) throw new Error(`There is no entity ${entity}.`);
  const members = compileMembers(activity, "members", entity);
  const output = activity.outputSlot("output");
  const creation = { template: new ObjectTemplate(shape), members, output, next: activity.next };
  return members.isAttributesOnly ? creatingWithAttributes(creation) : creating(creation);
};
