import { readClipboard, tell, writeClipboard } from "../clipboard/system-clipboard.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { copyWidgets } from "./clipboard/copied-widget.ts";
import { duplicateWidgets, type Pasted, pasteWidgets } from "./clipboard/paste-widget.ts";
import { deleteWidgets } from "./edit-page.ts";
import { canStep, stepWidgets } from "./move-widgets.ts";
import type { OpenPage } from "./open-page.ts";
import { topmostWidgets } from "./selection/widget-selection.ts";
import { neighbourOf, placeAt } from "./widget-place.ts";

/** What can be done with the widgets of a document that is open in a tab. */
export function pageActions(
  project: StudioProject,
  { document, tab }: { readonly document: string; readonly tab: string },
): OpenPage {
  const { select, showPane } = workspace.getState();
  const selection = () => workspace.getState().selections[tab] ?? [];
  const selected = () => selection().at(-1);
  const widgets = () => topmostWidgets(selection(), project.index);
  const arrive = (pasted: Pasted) => {
    if ("fault" in pasted) return pasted.fault;
    select(tab, pasted.ids);
    return undefined;
  };
  const copyText = () => copyWidgets(widgets(), project.index);
  const pasteText = (text: string) =>
    arrive(pasteWidgets(project, text, placeAt(selected(), document, project.index)));
  const remove = () => {
    const removed = widgets();
    const ids = removed.map(({ id }) => id);
    const next = neighbourOf(removed, project.index);
    deleteWidgets(project.store, ids);
    select(tab, next === undefined ? [] : [next]);
  };
  const copy = async () => {
    const text = copyText();
    return text !== undefined && writeClipboard(text);
  };
  return {
    isReadOnly: project.isReadOnly(document),
    selected: widgets,
    showProperties: () => showPane("properties"),
    showEntity: (entity) =>
      openDialog({ kind: "showEntity", entity, tab, place: placeAt(selected(), document, project.index) }),
    rename: () => openDialog({ kind: "rename", id: selected() ?? "" }),
    remove,
    duplicate: () => tell(arrive(duplicateWidgets(project, widgets()))),
    canMove: (direction) => canStep(widgets(), direction, project.index),
    move: (direction) => stepWidgets(project, widgets(), direction),
    copyText,
    copy,
    cut: async () => {
      if (await copy()) remove();
    },
    pasteText,
    paste: async () => {
      const text = await readClipboard();
      if (text !== undefined) tell(pasteText(text));
    },
  };
}
