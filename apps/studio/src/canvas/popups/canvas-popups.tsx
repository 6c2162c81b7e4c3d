import { useReactFlow } from "@xyflow/react";
import { laterDialog } from "../../dialogs/later-dialog.tsx";
import { insertActivity } from "../actions/add-activity.ts";
import { placeBehind, revealElement } from "../insertion.ts";
import { CanvasMenu } from "../menus/canvas-menu.tsx";
import type { OpenCanvas } from "../open-canvas.ts";
import { QuickAdd } from "./quick-add.tsx";
import { RenameAtElement } from "./rename-at-element.tsx";
import type { Popup, PopupActions } from "./use-popup.ts";
import { WaysMenu } from "./ways-menu.tsx";

/** Finds an element by its words: the first screen does without it. */
export const connectDialog = laterDialog(async () => (await import("./connect-dialog.tsx")).ConnectDialog);

interface CanvasPopupsProps {
  readonly canvas: OpenCanvas;
  readonly popup: Popup | undefined;
  readonly actions: PopupActions;
  /** Gives the keyboard back to the canvas. */
  readonly focusCanvas: () => void;
}

/** What hangs over the canvas: the list of activities, a name under edit, or a menu. */
export function CanvasPopups({ canvas, popup, actions, focusCanvas }: CanvasPopupsProps) {
  const { screenToFlowPosition } = useReactFlow();
  const onClose = () => {
    if (popup) actions.close(popup.request);
    focusCanvas();
  };
  const insert = (kind: string, { goesOn }: { readonly goesOn: boolean }) => {
    if (popup?.kind !== "quickAdd") return;
    onClose();
    const id = insertActivity(canvas.drawing, kind, popup.request.place);
    if (id === undefined) return;
    const slide = revealElement(canvas, id);
    // The new element is the selection now, and the next one goes behind it.
    const next = goesOn ? placeBehind(canvas.drawing) : undefined;
    if (next) canvas.view.openQuickAdd(next, slide);
  };
  switch (popup?.kind) {
    case undefined:
      return null;
    case "quickAdd": {
      const { place, at } = popup.request;
      return (
        <QuickAdd
          key={JSON.stringify(place)}
          drawing={canvas.drawing}
          place={place}
          at={at}
          onClose={onClose}
          onChoose={insert}
        />
      );
    }
    case "rename":
      return <RenameAtElement request={popup.request} drawing={canvas.drawing} onClose={onClose} />;
    case "connect":
      return <connectDialog.View canvas={canvas} request={popup.request} onClose={onClose} />;
    case "ways":
      return <WaysMenu canvas={canvas} request={popup.request} onClose={onClose} />;
    case "menu": {
      const { at } = popup.request;
      const add = () => actions.openQuickAdd({ place: { kind: "canvas", at: screenToFlowPosition(at) }, at });
      return <CanvasMenu canvas={canvas} request={popup.request} onAdd={add} onClose={onClose} />;
    }
  }
}
