import { useState } from "react";
import type { InsertionPlace } from "../actions/add-activity.ts";
import type { FlowWay } from "../editing/flow-ways.ts";
import type { Point } from "../geometry.ts";
import type { MenuRequest } from "../menus/canvas-menu.tsx";
import type { RenameRequest } from "./rename-at-element.tsx";

/** A list of activities that is open at a point of the screen. */
export interface QuickAddRequest {
  readonly place: InsertionPlace;
  readonly at: Point;
}

/** A sequence flow that is to be drawn from an element, for a certain way where one is given. */
export interface ConnectRequest {
  readonly from: string;
  readonly way?: FlowWay;
}

/** What a sequence flow leads to of which is asked what it is for. */
export type WaysTarget =
  | { readonly kind: "element"; readonly element: string }
  | /** An activity that is chosen next, for a point of the canvas. */ {
      readonly kind: "new";
      readonly at: Point;
    };

/** A sequence flow of which is asked what it is for, at a point of the screen. */
export interface WaysRequest {
  readonly from: string;
  readonly to: WaysTarget;
  readonly at: Point;
}

/** What hangs over the canvas: one thing at a time. */
export type Popup =
  | { readonly kind: "quickAdd"; readonly request: QuickAddRequest }
  | { readonly kind: "rename"; readonly request: RenameRequest }
  | { readonly kind: "connect"; readonly request: ConnectRequest }
  | { readonly kind: "ways"; readonly request: WaysRequest }
  | { readonly kind: "menu"; readonly request: MenuRequest };

/** What hangs over a canvas, and what opens and closes it. */
export function usePopup() {
  const [popup, setPopup] = useState<Popup>();
  const [actions] = useState(() => ({
    openQuickAdd: (request: QuickAddRequest) => setPopup({ kind: "quickAdd", request }),
    openRename: (request: RenameRequest) => setPopup({ kind: "rename", request }),
    openConnect: (request: ConnectRequest) => setPopup({ kind: "connect", request }),
    openWays: (request: WaysRequest) => setPopup({ kind: "ways", request }),
    openMenu: (request: MenuRequest) => setPopup({ kind: "menu", request }),
    // What a line of a menu opened stays when the menu then closes.
    close: (request: Popup["request"]) =>
      setPopup((present) => (present?.request === request ? undefined : present)),
  }));
  return { popup, ...actions };
}

export type PopupActions = Omit<ReturnType<typeof usePopup>, "popup">;
