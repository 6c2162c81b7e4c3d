import { create } from "zustand";

/** What the editor in front lets the rest of the studio do in it. */
export interface ActiveCanvas {
  /** Adds an activity where the drawing goes on: behind the selection, else at its open end. */
  readonly addActivity: (kind: string) => void;
}

/**
 * The canvas in front, if there is one. A canvas attaches itself while it is shown.
 *
 * @example useEffect(() => useActiveCanvas.getState().attach({ addActivity }), [addActivity])
 */
export const useActiveCanvas = create<{
  readonly canvas: ActiveCanvas | undefined;
  /** Returns what detaches it. */
  readonly attach: (canvas: ActiveCanvas) => () => void;
}>()((set) => ({
  canvas: undefined,
  attach: (canvas) => {
    set({ canvas });
    return () => set((state) => (state.canvas === canvas ? { canvas: undefined } : state));
  },
}));
