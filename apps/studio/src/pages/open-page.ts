import type { WidgetRecord } from "@rivulet/model";
import { create } from "zustand";
import type { MoveDirection } from "./widget-place.ts";

/** A page, layout or snippet on the screen: what its keys, commands and menus act on. */
export interface OpenPage {
  readonly isReadOnly: boolean;
  /** The widgets that are selected, without those that stand in another one of them. */
  readonly selected: () => readonly WidgetRecord[];
  readonly showProperties: () => void;
  /** Asks how objects of an entity are shown where the selection is; without one, of which. */
  readonly showEntity: (entity?: string) => void;
  readonly rename: () => void;
  readonly remove: () => void;
  readonly duplicate: () => void;
  readonly canMove: (direction: MoveDirection) => boolean;
  readonly move: (direction: MoveDirection) => void;
  /** The selection as text; `undefined` when nothing is selected. */
  readonly copyText: () => string | undefined;
  readonly copy: () => Promise<boolean>;
  readonly cut: () => Promise<void>;
  /** Puts text in where the selection is; returns why that cannot be. */
  readonly pasteText: (text: string) => string | undefined;
  readonly paste: () => Promise<void>;
}

/** The page in front, if there is one. It attaches itself while it is shown. */
export const useFrontPage = create<{ readonly page: OpenPage | undefined }>()(() => ({ page: undefined }));

/** Makes a page the one in front; returns what ends that. */
export function attachPage(page: OpenPage): () => void {
  useFrontPage.setState({ page });
  return () => useFrontPage.setState((state) => (state.page === page ? { page: undefined } : state));
}
