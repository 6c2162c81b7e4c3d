import type { WidgetDocument } from "@rivulet/model";
import { widgetsOfPage } from "@rivulet/pages";
import type { KeyboardEvent } from "react";
import { useProject } from "../project/use-project.tsx";
import { workspace } from "../workspace/workspace.ts";
import { selectedByClick } from "./selection/widget-selection.ts";

/** The keys that walk over the widgets, with Shift so that more are selected; what changes them is in the table of commands. */
export function useWalkKeys(page: WidgetDocument, key: string, selection: readonly string[]) {
  const project = useProject();
  const { select } = workspace.getState();
  return (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...widgetsOfPage(page.id, project.index)];
    const selected = selection.at(-1);
    const at = all.findIndex(({ id }) => id === selected);
    const goTo = (widget: { readonly id: string } | undefined) => {
      const order = all.map(({ id }) => id);
      if (widget) select(key, selectedByClick(selection, widget.id, { keys: event, order }));
    };
    const actions: Record<string, () => void> = {
      ArrowDown: () => goTo(all[at + 1]),
      ArrowUp: () => goTo(all[Math.max(at - 1, 0)]),
      ArrowLeft: () => goTo(all.find(({ id }) => id === all[at]?.parent)),
      ArrowRight: () => goTo(all.find(({ parent }) => parent === selected)),
      Escape: () => select(key, []),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  };
}
