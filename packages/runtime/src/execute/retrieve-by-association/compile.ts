import {
  type EntityObject,
  linkedObject,
  linkedObjects,
  ObjectList,
  oppositeEnd,
  seesOne,
} from "@rivulet/values";
import type { ActivityCompiler } from "../../compile/activity-compiler.ts";
import { emptyVariable } from "../../run/empty-variable.ts";

/** Retrieve by association: an object where at most one can be there, else a new list. */
export const compileRetrieveByAssociation: ActivityCompiler = (activity) => {
  const name = activity.read("variable", "start");
  const start = activity.slotOf("start");
  const choice = activity.read("association", "association");
  const association = activity.index.association(choice.association);
  if (!association) throw new Error(`There is no association ${choice.association}.`);
  const { end } = choice;
  const entity = association[oppositeEnd(end)];
  const isSingle = seesOne(association, end);
  const output = activity.outputSlot("output");
  const { next } = activity;
  return (frame) => {
    const object = frame.slots[start] as EntityObject | null;
    if (object === null) throw emptyVariable("empty-object", name, "start");
    const view = { object, association, end };
    frame.slots[output] = isSingle ? linkedObject(view) : new ObjectList(entity, linkedObjects(view));
    return next;
  };
};
