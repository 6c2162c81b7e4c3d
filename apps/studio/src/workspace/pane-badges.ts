import { create } from "zustand";
import type { PaneName } from "./workspace.ts";

/** How much there is in a pane, shown on its tab and for problems in the top bar. */
export interface PaneBadge {
  readonly count: number;
  readonly tone: "error" | "warning" | "neutral";
}

/**
 * The badges of the panes. Whoever counts sets its own.
 *
 * @example usePaneBadges.getState().setBadge("problems", { count: 3, tone: "error" })
 */
export const usePaneBadges = create<{
  readonly badges: Partial<Readonly<Record<PaneName, PaneBadge>>>;
  readonly setBadge: (pane: PaneName, badge: PaneBadge) => void;
}>()((set) => ({
  badges: {},
  setBadge: (pane, badge) => set(({ badges }) => ({ badges: { ...badges, [pane]: badge } })),
}));
