import type { ProjectIndex } from "@rivulet/model";
import { type AttributeShape, scalarToJson, type Value } from "@rivulet/values";
import { parseInput } from "../opened/form/parse-input.ts";

/** From which attribute to which a value goes. */
export interface ValueWay {
  readonly from: AttributeShape;
  readonly to: AttributeShape;
  readonly index: ProjectIndex;
}

/**
 * A value in an attribute that may be of another type by now: as it was typed, it is read again. `undefined` when it is
 * none of the new type.
 */
export function carryValue(value: Value, { from, to, index }: ValueWay): Value | undefined {
  const { kind } = to.type;
  if (value === null) return kind === "boolean" ? to.initialValue : null;
  // A key that the enumeration has lost is refused below.
  if (kind === from.type.kind && kind !== "enumeration") return value;
  const parsed = parseInput(String(scalarToJson(from.type.kind, value)), to, { index });
  return "value" in parsed ? parsed.value : undefined;
}
