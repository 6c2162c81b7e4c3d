import type { EdgeChange, NodeChange } from "@xyflow/react";

/**
 * The selection after what the canvas library reports: clicks, Shift and Ctrl clicks, the marquee. The same array
 * when nothing changed.
 */
export function withSelectChanges(
  selection: readonly string[],
  changes: readonly (NodeChange | EdgeChange)[],
): readonly string[] {
  const chosen = new Set(selection);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) chosen.add(change.id);
    else chosen.delete(change.id);
  }
  const isSame = chosen.size === selection.length && selection.every((id) => chosen.has(id));
  return isSame ? selection : [...chosen];
}
