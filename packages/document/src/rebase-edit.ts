import { isSameJson } from "./record-equality.ts";

type Members = Readonly<Record<string, unknown>>;
type Part = Members & { readonly id: string };

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isParts = (value: unknown): value is readonly Part[] =>
  Array.isArray(value) && value.every((item) => isMembers(item) && typeof item["id"] === "string");

function rebaseMembers(before: Members, after: Members, present: Members): Members {
  const rebased: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(present), ...Object.keys(after)])) {
    const value = rebaseValue(before[key], after[key], present[key]);
    if (value !== undefined) rebased[key] = value;
  }
  return rebased;
}

const idsOf = (parts: readonly Part[]) => parts.map(({ id }) => id);

/**
 * The order of parts: the present one, unless the edit added, removed or moved some; what others added then comes last.
 * What others removed stays where the edit has changed it.
 */
function orderOf(before: readonly Part[], after: readonly Part[], present: readonly Part[]): string[] {
  if (isSameJson(idsOf(before), idsOf(after))) {
    const edited = after.filter((part) => !before.some((old) => isSameJson(old, part)));
    return [...new Set([...idsOf(present), ...idsOf(edited)])];
  }
  const known = new Set([...idsOf(before), ...idsOf(after)]);
  return [...idsOf(after), ...idsOf(present).filter((id) => !known.has(id))];
}

/** Parts with an id, as the attributes of an entity, are followed one by one. */
function rebaseParts(before: readonly Part[], after: readonly Part[], present: readonly Part[]): Part[] {
  return orderOf(before, after, present).flatMap((id) => {
    const [old, mine, theirs] = [before, after, present].map((parts) => parts.find((part) => part.id === id));
    const part = rebaseValue(old, mine, theirs);
    return part === undefined ? [] : [part];
  });
}

function rebaseValue<Value>(before: Value, after: Value, present: Value): Value;
function rebaseValue(before: unknown, after: unknown, present: unknown): unknown {
  if (isSameJson(before, after)) return present;
  if (isSameJson(before, present)) return after;
  if (isMembers(before) && isMembers(after) && isMembers(present))
    return rebaseMembers(before, after, present);
  if (isParts(before) && isParts(after) && isParts(present)) return rebaseParts(before, after, present);
  return after;
}

/**
 * Carries an edit over to a record that somebody else has changed since the edit began: what was edited stays as it was
 * written, and the rest is as it is now.
 *
 * @param before the record that the edit began with
 * @param after what has been made of it
 * @param present what somebody else has made of it
 * @example rebaseEdit({ name: "A", size: 1 }, { name: "B", size: 1 }, { name: "A", size: 2 }) // { name: "B", size: 2 }
 */
export function rebaseEdit<Edited extends object>(before: Edited, after: Edited, present: Edited): Edited {
  return rebaseValue(before, after, present);
}
