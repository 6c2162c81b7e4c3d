import { isJsonObject, type JsonValue } from "../json/json-value.ts";

/** What two JSON values disagree about. `undefined` stands for what is not there. */
export interface Difference {
  /** `attributes.Total.attributeType.kind`. */
  readonly path: string;
  readonly left: JsonValue | undefined;
  readonly right: JsonValue | undefined;
}

/** Items of a list by what they are called, so that one that was put in front does not make all others differ. */
function members(value: JsonValue): ReadonlyMap<string, JsonValue> | undefined {
  if (isJsonObject(value)) return new Map(Object.entries(value));
  if (!Array.isArray(value)) return undefined;
  const keyOf = (item: JsonValue, index: number) => {
    const { id, name } = isJsonObject(item) ? item : {};
    return String(id || name || index);
  };
  return new Map((value as readonly JsonValue[]).map((item, index) => [keyOf(item, index), item]));
}

function isSame(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** All places where two JSON values differ, as deep as they can be named. */
export function differences(
  left: JsonValue | undefined,
  right: JsonValue | undefined,
  path = "",
): Difference[] {
  const leftMembers = left === undefined ? undefined : members(left);
  const rightMembers = right === undefined ? undefined : members(right);
  if (!leftMembers || !rightMembers) return isSame(left, right) ? [] : [{ path, left, right }];
  const keys = new Set([...leftMembers.keys(), ...rightMembers.keys()]);
  const inside = [...keys].flatMap((key) =>
    differences(leftMembers.get(key), rightMembers.get(key), path === "" ? key : `${path}.${key}`),
  );
  const isReordered =
    inside.length === 0 && [...leftMembers.keys()].join() !== [...rightMembers.keys()].join();
  return isReordered && Array.isArray(left) ? [{ path, left, right }] : inside;
}

function shown(value: JsonValue | undefined): string {
  const text = JSON.stringify(value) ?? "missing";
  return text.length <= 40 ? text : `${text.slice(0, 40)}…`;
}

const shownDifferences = 3;

/** The first differences in words: `attributes.Total.attributeType.kind is "decimal" here and "integer" there`. */
export function describeDifferences(
  all: readonly Difference[],
  words: { left: string; right: string },
): string {
  const first = all
    .slice(0, shownDifferences)
    .map(
      ({ path, left, right }) => `${path} is ${shown(left)} ${words.left} and ${shown(right)} ${words.right}`,
    );
  const rest = all.length - first.length;
  return `${first.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}
