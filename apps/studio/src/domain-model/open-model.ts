import { create } from "zustand";
import type { Direction } from "../canvas/neighbour.ts";
import type { ModelActions } from "./model-actions.ts";

/** A domain model on the screen: what its keys and commands act on. */
export interface OpenModel {
  readonly actions: ModelActions;
  readonly selected: () => readonly string[];
  readonly selectAll: () => void;
  /** Selects the nearest entity in a direction. */
  readonly selectNext: (direction: Direction) => void;
  /** Adds an entity in the middle of what is seen. */
  readonly addInMiddle: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Shows all of it, lines and names included. */
  readonly fit: () => void;
}

/** The domain model in front, if there is one. It attaches itself while it is shown. */
export const useFrontModel = create<{ readonly model: OpenModel | undefined }>()(() => ({
  model: undefined,
}));

/** Makes a domain model the one in front; returns what ends that. */
export function attachModel(model: OpenModel): () => void {
  useFrontModel.setState({ model });
  return () => useFrontModel.setState((state) => (state.model === model ? { model: undefined } : state));
}
