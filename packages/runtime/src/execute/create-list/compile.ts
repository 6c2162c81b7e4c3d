import { ObjectList } from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";

/** Create list: a list without members. */
export const compileCreateList: ActivityCompiler = (activity) => {
  const entity = activity.read("entity", "entity");
  const output = activity.outputSlot("output");
  const { next } = activity;
  return (frame) => {
    frame.slots[output] = new ObjectList(entity);
    return next;
  };
};
