import type { ObjectTemplate } from "@rivulet/values";
import type { MemberAssigner } from "../../compile/member-assignments.ts";
import type { Next } from "../../compile/program.ts";
import type { Frame } from "../../run/frame.ts";

/** Makes an object and puts it into a variable. */
export interface CreateObjectPlan {
  readonly template: ObjectTemplate;
  readonly members: MemberAssigner;
  readonly output: number;
  readonly next: Next;
}

/** Makes the object with its initial values, then sets its members. */
export function createObjectInto(plan: CreateObjectPlan, frame: Frame): Next {
  frame.run.countObject();
  const object = plan.template.create();
  plan.members.assign(object, frame);
  frame.slots[plan.output] = object;
  return plan.next;
}
