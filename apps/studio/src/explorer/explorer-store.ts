import { create } from "zustand";
import { persist } from "zustand/middleware";
import { inBrowser } from "../workspace/browser-storage.ts";
import type { ExplorerNode } from "./explorer-tree.ts";

interface ExplorerState {
  /** Rows that a person unfolded or folded, by key; the others are as they are at first. */
  readonly unfolded: Readonly<Record<string, boolean>>;
  readonly setUnfolded: (key: string, isUnfolded: boolean) => void;
}

/** Which rows of the explorer are unfolded, remembered from one visit to the next. */
export const useExplorerStore = create<ExplorerState>()(
  persist(
    (set) => ({
      unfolded: {},
      setUnfolded: (key, isOpen) => set(({ unfolded }) => ({ unfolded: { ...unfolded, [key]: isOpen } })),
    }),
    {
      name: "rivulet.explorer",
      version: 1,
      storage: inBrowser(),
      partialize: ({ unfolded }) => ({ unfolded }),
    },
  ),
);

/** Whether a row is unfolded: what a person did to it, else own modules and their folders. */
export function isUnfolded(node: ExplorerNode, unfolded: ExplorerState["unfolded"]): boolean {
  const isOwn = node.kind === "module" && !node.isConnector;
  return unfolded[node.key] ?? isOwn;
}
