import { readClipboard, tell, writeClipboard } from "../clipboard/system-clipboard.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { openDialog } from "../workspace/shell-dialog.ts";
import { workspace } from "../workspace/workspace.ts";
import { copyWidget } from "./clipboard/copied-widget.ts";
import { duplicateWidget, type Pasted, pasteWidget } from "./clipboard/paste-widget.ts";
import { canMoveTo, deleteWidgets, stepWidget } from "./edit-page.ts";
import type { OpenPage } from "./open-page.ts";
import { neighbourOf, placeAt, stepPlace } from "./widget-place.ts";

/** What can be done with the widgets of a document that is open in a tab. */
export function pageActions(
  project: StudioProject,
  { document, tab }: { readonly document: string; readonly tab: string },
): OpenPage {
  const { select, showPane } = workspace.getState();
  const selected = () => workspace.getState().selections[tab]?.[0];
  const widget = () => {
    const record = project.record(selected() ?? "");
    return record?.type === "widget" ? record : undefined;
  };
  const arrive = (pasted: Pasted) => {
    if ("fault" in pasted) return pasted.fault;
    select(tab, [pasted.id]);
    return undefined;
  };
  const copyText = () => copyWidget(selected() ?? "", project.index);
  const pasteText = (text: string) =>
    arrive(pasteWidget(project, text, placeAt(selected(), document, project.index)));
  const remove = () => {
    const removed = widget();
    if (!removed) return;
    const next = neighbourOf(removed, project.index);
    deleteWidgets(project.store, [removed.id]);
    select(tab, next === undefined ? [] : [next]);
  };
  const copy = async () => {
    const text = copyText();
    return text !== undefined && writeClipboard(text);
  };
  return {
    isReadOnly: project.isReadOnly(document),
    selected: () => widget()?.id,
    showProperties: () => showPane("properties"),
    showEntity: (entity) =>
      openDialog({ kind: "showEntity", entity, tab, place: placeAt(selected(), document, project.index) }),
    rename: () => openDialog({ kind: "rename", id: selected() ?? "" }),
    remove,
    duplicate: () => {
      const present = widget();
      if (present) tell(arrive(duplicateWidget(project, present)));
    },
    canMove: (direction) => {
      const present = widget();
      const place = present && stepPlace(present, direction, project.index);
      return place !== undefined && canMoveTo(present?.id ?? "", place, project.index);
    },
    move: (direction) => stepWidget(project, selected() ?? "", direction),
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
