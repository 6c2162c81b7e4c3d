/** Whether two JSON values say the same; a member that is `undefined` counts as left out. */
export function isSameJson(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) {
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isSameJson(item, right[index]))
    );
  }
  const leftMembers = left as Record<string, unknown>;
  const rightMembers = right as Record<string, unknown>;
  const keys = new Set([...Object.keys(leftMembers), ...Object.keys(rightMembers)]);
  return [...keys].every((key) => isSameJson(leftMembers[key], rightMembers[key]));
}
