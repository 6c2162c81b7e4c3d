import type { WidgetDocument } from "@rivulet/model";
import { type DragEvent, useMemo } from "react";
import { clipboardEvents } from "../clipboard/clipboard-events.ts";
import { useProject } from "../project/use-project.tsx";
import { entityDragType } from "../workspace/drag-entity.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { type DropSide, widgetDragType, widgetKindDragType } from "./drag-widget.ts";
import { addWidget } from "./edit-page.ts";
import { moveWidgets } from "./move-widgets.ts";
import { pageActions } from "./page-actions.ts";
import { topmostWidgets } from "./selection/widget-selection.ts";
import { placeAfter, type WidgetPlace } from "./widget-place.ts";

/** What the page and its outline do with what is dropped on them, and with the keys of the clipboard. */
export function usePageEvents(document: WidgetDocument, tab: string) {
  const project = useProject();
  const actions = useMemo(
    () => pageActions(project, { document: document.id, tab }),
    [project, document.id, tab],
  );
  const { isReadOnly } = actions;
  const clipboard = useMemo(
    () =>
      clipboardEvents({
        isReadOnly: () => isReadOnly,
        copy: actions.copyText,
        remove: actions.remove,
        paste: actions.pasteText,
      }),
    [actions, isReadOnly],
  );
  const take = (event: DragEvent, place: WidgetPlace) => {
    const { select } = workspace.getState();
    const kind = event.dataTransfer.getData(widgetKindDragType);
    const entity = event.dataTransfer.getData(entityDragType);
    const moved = event.dataTransfer.getData(widgetDragType);
    if (isReadOnly) return;
    if (kind !== "") {
      const id = addWidget(project, kind, place);
      if (id !== undefined) select(tab, [id]);
    } else if (entity !== "") {
      openDialog({ kind: "showEntity", entity, tab, place });
    } else if (moved !== "") {
      const { selections } = workspace.getState();
      const selection = selections[tab] ?? [];
      // One of several that are selected brings the others along.
      const all = selection.includes(moved) ? selection : [moved];
      moveWidgets(project, topmostWidgets(all, project.index), place);
      select(tab, all);
    }
  };
  /** Takes what is dropped on a side of a widget, or on the document itself. */
  const drop = (event: DragEvent, target: string, side: DropSide) => {
    const widget = project.record(target);
    if (widget?.type !== "widget" || side === "inside") take(event, { parent: target });
    else if (side === "before") take(event, { parent: widget.parent, before: widget.id });
    else take(event, placeAfter(widget, project.index));
  };
  return { actions, drop, clipboard, isReadOnly };
}
