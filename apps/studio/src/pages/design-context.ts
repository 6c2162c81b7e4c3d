import { createContext, type DragEvent, type MouseEvent, useContext } from "react";
import type { DropSide } from "./drag-widget.ts";
import type { HeldKeys } from "./selection/widget-selection.ts";

/** What every widget of the drawing shares. */
export interface Design {
  readonly selection: readonly string[];
  /** What is wrong with widgets, by their ids. */
  readonly problems: ReadonlyMap<string, string>;
  readonly isReadOnly: boolean;
  readonly select: (id: string, keys: HeldKeys) => void;
  readonly showMenu: (event: MouseEvent, id: string) => void;
  /** Takes what was dropped on a widget. */
  readonly drop: (event: DragEvent, id: string, side: DropSide) => void;
}

/** Gives the widgets of a drawing what they share. */
export const DesignContext = createContext<Design | undefined>(undefined);

/** Throws outside of a drawing: that is a mistake of the program. */
export function useDesign(): Design {
  const design = useContext(DesignContext);
  if (!design) throw new Error("A widget is drawn outside of a page.");
  return design;
}
