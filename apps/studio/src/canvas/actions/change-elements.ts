import type { ProjectRecord } from "@rivulet/model";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { type Drawing, select } from "../drawing.ts";
import { type Arrangement, arrange } from "../editing/arrange.ts";
import { deleteAndReconnect, deleteRecords } from "../editing/edit-flow.ts";
import { growLoop, place, positionOf } from "../editing/placement.ts";
import { resize } from "../editing/resize.ts";
import type { Point } from "../geometry.ts";
import type { Box } from "../routing/flow-sides.ts";
import { tidyMicroflow } from "../tidy/tidy-microflow.ts";

const { steps } = canvasMessages;

/** Whether a record may be taken away: the start event stays. */
function isRemovable(record: ProjectRecord | undefined): boolean {
  return record !== undefined && !(record.type === "element" && record.kind === "start");
}

/** Deletes records; with `reconnect`, what led to a deleted element then leads to what followed it. */
export function removeElements(
  drawing: Drawing,
  ids: readonly string[],
  { reconnect = false }: { readonly reconnect?: boolean } = {},
): void {
  const { project } = drawing;
  const removable = ids.filter((id) => isRemovable(project.record(id)));
  if (removable.length === 0) return;
  project.store.transact(steps.remove(removable.length), (transaction) => {
    if (reconnect) deleteAndReconnect(transaction, removable);
    else deleteRecords(transaction, removable);
  });
  select(drawing, []);
}

/** Moves elements, those of a moved loop with it. Moves that follow each other closely are one step. */
export function moveElementsBy({ project }: Drawing, ids: readonly string[], by: Point): void {
  const moved = new Set(ids);
  project.store.transact(
    steps.move,
    (transaction) => {
      for (const id of ids) {
        const element = transaction.get(id);
        if (element?.type !== "element" || moved.has(element.parent)) continue;
        const { x, y } = positionOf(transaction, id);
        place(transaction, id, { x: x + by.x, y: y + by.y });
        growLoop(transaction, element.parent);
      }
    },
    { mergeKey: `move ${ids.join(" ")}` },
  );
}

/** Aligns or distributes elements. */
export function arrangeElements(
  { project }: Drawing,
  ids: readonly string[],
  arrangement: Arrangement,
): void {
  project.store.transact(steps.arrange, (transaction) => {
    const elements = ids.filter((id) => transaction.get(id)?.type === "element");
    arrange(transaction, elements, arrangement);
  });
}

/** Places everything in a microflow and its loops anew. */
export function tidyUp({ project, microflow }: Drawing): void {
  project.store.transact(steps.tidy, (transaction) => tidyMicroflow(transaction, project.catalog, microflow));
}

/** Gives a loop or a note another frame, from the corner of what it is in. */
export function resizeElement({ project }: Drawing, id: string, frame: Box): void {
  project.store.transact(steps.resize, (transaction) => resize(transaction, id, frame));
}

/** Lets a run pass over elements, or no longer. */
export function setDisabled({ project }: Drawing, ids: readonly string[], isDisabled: boolean): void {
  project.store.transact(isDisabled ? steps.disable : steps.enable, (transaction) => {
    for (const id of ids) transaction.update("element", id, { isDisabled: isDisabled || undefined });
  });
}

/** Gives an element a caption of its own; without text it is called by its kind again. */
export function setCaption({ project }: Drawing, id: string, caption: string): void {
  const text = caption.trim();
  project.store.transact(steps.caption, (transaction) =>
    transaction.update("element", id, { caption: text === "" ? undefined : text }),
  );
}
