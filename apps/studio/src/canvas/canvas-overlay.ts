import type { Problem } from "@rivulet/model";
import { createContext, use } from "react";
import { createStore, type StoreApi, useStore } from "zustand";

/** What is drawn over a microflow for the moment: each element and flow asks only for what is its own. */
export interface CanvasOverlay {
  /** Flow, loop or element that would take what is being dragged. */
  readonly dropTarget: string | undefined;
  /** Flow under the pointer, whose `+` is shown. */
  readonly hoveredFlow: string | undefined;
  /** Elements that make what the selected one uses. */
  readonly uses: ReadonlySet<string>;
  /** Elements that use what the selected one makes. */
  readonly usedBy: ReadonlySet<string>;
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

export type OverlayStore = StoreApi<CanvasOverlay>;

const nothing: CanvasOverlay = {
  dropTarget: undefined,
  hoveredFlow: undefined,
  uses: new Set(),
  usedBy: new Set(),
  problems: new Map(),
};

/** The overlay of a canvas, empty. */
export function createOverlay(): OverlayStore {
  return createStore<CanvasOverlay>(() => nothing);
}

const OverlayContext = createContext<OverlayStore | undefined>(undefined);
export const OverlayProvider = OverlayContext;

/** Reads from the overlay; draws again only when what was read changes. */
export function useOverlay<Part>(read: (overlay: CanvasOverlay) => Part): Part {
  const store = use(OverlayContext);
  if (!store) throw new Error("There is no canvas here.");
  return useStore(store, read);
}
