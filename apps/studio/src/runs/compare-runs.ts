import type { JsonObject, JsonValue } from "@rivulet/model";
import type { ElementTrace, RunTrace, RunView } from "@rivulet/runtime/wire";

/** Something that two runs have, or one of them. */
export interface ComparedValue {
  readonly name: string;
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
  readonly isSame: boolean;
}

/** An element that either run reached. */
export interface ComparedElement {
  readonly id: string;
  readonly left: ElementTrace | undefined;
  readonly right: ElementTrace | undefined;
  /** Executed as often, with the same end. */
  readonly isSame: boolean;
}

function compared(name: string, left: JsonValue | undefined, right: JsonValue | undefined): ComparedValue {
  return { name, left, right, isSame: JSON.stringify(left) === JSON.stringify(right) };
}

/** The parameters of two runs by their names. */
export function compareParameters(left: RunView, right: RunView): readonly ComparedValue[] {
  const [ofLeft, ofRight] = [left, right].map(({ parameters }) => (parameters ?? {}) as JsonObject);
  const names = new Set([...Object.keys(ofLeft ?? {}), ...Object.keys(ofRight ?? {})]);
  return [...names].map((name) => compared(name, ofLeft?.[name], ofRight?.[name]));
}

/** What two runs returned. */
export function compareResults(left: RunView, right: RunView): ComparedValue {
  return compared("result", left.result, right.result);
}

/** The ways that two runs took, in the order in which elements were first reached; nothing where one is not known. */
export function comparePaths(
  left: RunTrace | undefined,
  right: RunTrace | undefined,
): readonly ComparedElement[] {
  if (!left || !right) return [];
  const ids = new Set([...inOrder(left), ...inOrder(right)]);
  return [...ids].map((id) => {
    const [one, other] = [left.elements[id], right.elements[id]];
    const isSame = one?.count === other?.count && one?.status === other?.status;
    return { id, left: one, right: other, isSame };
  });
}

function inOrder({ elements }: RunTrace): string[] {
  const entries = Object.entries(elements).sort(([, one], [, other]) => one.order - other.order);
  return entries.map(([id]) => id);
}
