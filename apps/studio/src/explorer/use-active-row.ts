import { useEffect, useMemo } from "react";
import { tabKey } from "../workspace/tabs.ts";
import { useWorkspace } from "../workspace/workspace.ts";
import { useExplorerStore } from "./explorer-store.ts";
import { type ExplorerNode, pathToTarget } from "./explorer-tree.ts";

function keyOfTarget(nodes: readonly ExplorerNode[], tab: string): string | undefined {
  for (const node of nodes) {
    if (node.kind === "document" && tabKey(node.target) === tab) return node.key;
    const below = keyOfTarget(node.children, tab);
    if (below !== undefined) return below;
  }
  return undefined;
}

/** The row of the document in front. When another one comes to the front, the way to it is unfolded. */
export function useActiveRow(tree: readonly ExplorerNode[]): string | undefined {
  const activeTab = useWorkspace((state) => state.activeTab);
  useEffect(() => {
    if (activeTab === undefined) return;
    const { setUnfolded } = useExplorerStore.getState();
    const path = pathToTarget(tree, (target) => tabKey(target) === activeTab) ?? [];
    for (const key of path) setUnfolded(key, true);
    // Only when another document comes to the front: what a person folds stays folded.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [activeTab]);
  return useMemo(
    () => (activeTab === undefined ? undefined : keyOfTarget(tree, activeTab)),
    [tree, activeTab],
  );
}
