import { FlowError } from "@rivulet/runtime";
import { type EntityObject, readAttribute } from "@rivulet/values";

/** `KeyValueString "Name"`: an object as messages call it, without its module. */
export function titleOf(object: EntityObject): string {
  const { name, attributesByName } = object.shape;
  const key = attributesByName.has("Key") ? readAttribute(object, "Key") : null;
  const entity = name.slice(name.indexOf(".") + 1);
  return typeof key === "string" && key !== "" ? `${entity} "${key}"` : entity;
}

/** A required attribute is empty. */
export function missingAttribute(object: EntityObject, attribute: string, activity: string): FlowError {
  return new FlowError({
    code: "missing-attribute",
    message: `${attribute} of the ${titleOf(object)} given to ${activity} is empty. Give it a value where the object is created or changed.`,
    details: { activity, entity: object.shape.name, attribute },
  });
}

/** An object lacks what has to be linked to it. */
export function missingObject(object: EntityObject, association: string, activity: string): FlowError {
  const entity = association.slice(association.indexOf(".") + 1).split("_")[0] ?? "";
  const wanted = entity === "AbstractKey" ? "a KeyValue object" : `an object of ${entity}`;
  return new FlowError({
    code: "missing-object",
    message: `The ${titleOf(object)} given to ${activity} has nothing linked over ${association}. Create ${wanted} and set that association to it.`,
    details: { activity, entity: object.shape.name, association },
  });
}

/** An object cannot be sent as it is. */
export function unsendable(
  code: "wrong-object" | "duplicate-attribute" | "empty-set" | "nested-too-deep" | "number-not-taken",
  object: EntityObject,
  { activity, message }: { readonly activity: string; readonly message: string },
): FlowError {
  return new FlowError({
    code,
    message: `The ${titleOf(object)} given to ${activity} ${message}.`,
    details: { activity, entity: object.shape.name },
  });
}
