import { create } from "zustand";

/** What the editor in front lets the rest of the studio do in it. */
export interface ActiveCanvas {
  /** Adds an activity where the drawing goes on: behind the selection, else at its open end. */
  readonly addActivity: (kind: string) => void;
}

/**
 * The canvas in front, if there is one. A canvas attaches itself while it is shown.
 *
 * @example useEffect(() => attachCanvas({ addActivity }), [addActivity])
 */
export const useActiveCanvas = create<{ readonly canvas: ActiveCanvas | undefined }>()(() => ({
  canvas: undefined,
}));

/** Makes a canvas the one in front; returns what ends that. */
export function attachCanvas(canvas: ActiveCanvas): () => void {
  useActiveCanvas.setState({ canvas });
  return () => useActiveCanvas.setState((state) => (state.canvas === canvas ? { canvas: undefined } : state));
}
