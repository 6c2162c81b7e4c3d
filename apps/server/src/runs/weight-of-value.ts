import { EntityObject, ObjectList, slotReader, type Value } from "@rivulet/values";

/** What a value of no great size weighs: about the characters of a number with its name. */
const smallWeight = 16;

/**
 * Roughly how much memory keeping a value takes, in characters; stops counting at `enough`. Associated objects are
 * not followed.
 */
export function weightOfValue(value: Value, enough: number): number {
  if (typeof value === "string") return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof EntityObject) return weightOfObject(value, enough);
  if (!(value instanceof ObjectList)) return smallWeight;
  let weight = smallWeight;
  for (const item of value.items) {
    weight += weightOfObject(item, enough);
    if (weight >= enough) break;
  }
  return weight;
}

function weightOfObject(object: EntityObject, enough: number): number {
  return object.shape.attributes.reduce(
    (weight, { slot }) => weight + weightOfValue(slotReader(slot)(object), enough),
    smallWeight,
  );
}
