import type { Problem } from "@rivulet/model";
import type { HandleType } from "@xyflow/react";
import { createContext, use } from "react";
import { createStore, type StoreApi, useStore } from "zustand";

/** What is drawn over a microflow for the moment: each element and flow asks only for what is its own. */
export interface CanvasOverlay {
  /** Flow, loop or element that would take what is being dragged. */
  readonly dropTarget: string | undefined;
  /** Flow under the pointer, whose `+` is shown. */
  readonly hoveredFlow: string | undefined;
  /** Element under the pointer, at which flows can be grasped. */
  readonly hoveredElement: string | undefined;
  /** The flow that is being drawn: the element that it begins at, and what it looks for. */
  readonly joining: { readonly element: string; readonly looksFor: HandleType } | undefined;
  /** The flow that has one of its ends in the hand, to be led elsewhere. */
  readonly led: string | undefined;
  /** The selected element, where it is the only one: at it flows can be grasped, too. */
  readonly onlySelected: string | undefined;
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
  hoveredElement: undefined,
  joining: undefined,
  led: undefined,
  onlySelected: undefined,
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
  return useOverlayOf(store, read);
}

/** As {@link useOverlay}, where the overlay itself is at hand. */
export function useOverlayOf<Part>(overlay: OverlayStore, read: (overlay: CanvasOverlay) => Part): Part {
  return useStore(overlay, read);
}
