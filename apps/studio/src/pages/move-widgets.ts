import type { DocumentStore } from "@rivulet/document";
import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import { widgetsIn } from "@rivulet/pages";
import { pageMessages } from "../messages/page-messages.ts";
import { canMoveTo, moveWidget, stepWidget } from "./edit-page.ts";
import { type MoveDirection, stepPlace, type WidgetPlace } from "./widget-place.ts";

/** The project while it changes: its index is that of the moment. */
export interface ChangingProject {
  readonly store: DocumentStore;
  readonly index: ProjectIndex;
}

/** Does something with several widgets, one after the other, as one step that can be undone. */
function inOneStep(store: DocumentStore, label: string, change: () => void): void {
  const gesture = store.begin(label);
  try {
    change();
  } catch (error) {
    gesture.cancel();
    throw error;
  }
  gesture.commit();
}

/** Moves widgets to a place, in their order; all of them or none. */
export function moveWidgets(
  project: ChangingProject,
  widgets: readonly WidgetRecord[],
  { parent, before }: WidgetPlace,
): void {
  const { index } = project;
  const moved = new Set(widgets.map(({ id }) => id));
  if (!widgets.every(({ id }) => canMoveTo(id, { parent }, index))) return;
  const siblings = widgetsIn(parent, index);
  const from = siblings.findIndex(({ id }) => id === before);
  // What goes itself is no place to go to: the next one that stays is.
  const stays = from < 0 ? undefined : siblings.slice(from).find(({ id }) => !moved.has(id));
  inOneStep(project.store, pageMessages.steps.moveSeveral(widgets.map(({ name }) => name)), () => {
    for (const { id } of widgets) moveWidget(project, id, { parent, before: stays?.id });
  });
}

/** Whether a widget goes first: one that moves the same way stands where the others would go. */
function isLeader(
  { id, parent }: WidgetRecord,
  direction: MoveDirection,
  { widgets, index }: { readonly widgets: readonly WidgetRecord[]; readonly index: ProjectIndex },
): boolean {
  if (direction === "out") return true;
  const siblings = widgetsIn(parent, index);
  const at = siblings.findIndex((each) => each.id === id);
  const next = siblings[direction === "down" ? at + 1 : at - 1];
  return !widgets.some((each) => each.id === next?.id);
}

/** Whether all widgets can go one step in a direction. */
export function canStep(
  widgets: readonly WidgetRecord[],
  direction: MoveDirection,
  index: ProjectIndex,
): boolean {
  return (
    widgets.length > 0 &&
    widgets.every((widget) => {
      if (!isLeader(widget, direction, { widgets, index })) return true;
      const place = stepPlace(widget, direction, index);
      return place !== undefined && canMoveTo(widget.id, place, index);
    })
  );
}

/** Moves widgets one step in a direction; those beside each other stay so. */
export function stepWidgets(
  project: ChangingProject,
  widgets: readonly WidgetRecord[],
  direction: MoveDirection,
): void {
  if (!canStep(widgets, direction, project.index)) return;
  // Whoever stands in the way of the others goes before them.
  const inTurn = direction === "down" || direction === "out" ? widgets.toReversed() : widgets;
  inOneStep(project.store, pageMessages.steps.moveSeveral(widgets.map(({ name }) => name)), () => {
    for (const { id } of inTurn) stepWidget(project, id, direction);
  });
}
