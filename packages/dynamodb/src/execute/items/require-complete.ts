import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, isKindOf, readSlot } from "@rivulet/values";
import { inModule } from "../module-name.ts";
import { missingAttribute, missingObject } from "./refusals.ts";

function requireAttributes(object: EntityObject, activity: string): void {
  for (const { name, slot, isRequired } of object.shape.attributes) {
    if (!isRequired) continue;
    const value = readSlot(object, slot);
    if (value === null || (typeof value === "string" && value.trim() === "")) {
      throw missingAttribute(object, name, activity);
    }
  }
}

/** What is linked to these is looked at when they are read. */
const readLater = [inModule("AbstractItem"), inModule("Condition")];

/**
 * Sees to it that a request has what the domain model says that it needs: first its attributes, then the objects
 * linked to it, and of each of these the same.
 *
 * @throws {FlowError} `missing-attribute`, `missing-object`
 */
export function requireComplete(object: EntityObject, activity: string, context: ExecutionContext): void {
  requireAttributes(object, activity);
  for (const { association, end } of context.index.associationsOf(object.shape.name)) {
    if (end === "owner") continue;
    const { name, minimumOwners = 0 } = association;
    const owners = context.linked(name, object);
    if (owners.length < minimumOwners) throw missingObject(object, name, activity);
    if (readLater.some((entity) => isKindOf(object.shape, entity))) continue;
    for (const owner of owners) requireComplete(owner, activity, context);
  }
}
