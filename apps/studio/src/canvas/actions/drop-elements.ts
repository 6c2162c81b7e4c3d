import { canvasMessages } from "../../messages/canvas-messages.ts";
import type { Drawing } from "../drawing.ts";
import { type DropTarget, dropTarget } from "../drop-target.ts";
import { flowsFrom, flowsTo } from "../editing/connection-rules.ts";
import { connect, type Move, moveElements, moveOntoFlow } from "../editing/edit-flow.ts";
import type { Point } from "../geometry.ts";

/** Elements whose flow should go on but does not, in the microflow and all its loops. */
export function openEndsOf({ project: { catalog, index }, microflow }: Drawing): Set<string> {
  const ends = new Set<string>();
  const visit = (parent: string) => {
    const records = index.children(parent);
    const left = new Set(records.flatMap((record) => (record.type === "sequenceFlow" ? [record.from] : [])));
    for (const record of records) {
      if (record.type !== "element") continue;
      if (!left.has(record.id) && catalog.find(record.kind)?.outcomes.kind === "next") ends.add(record.id);
      visit(record.id);
    }
  };
  visit(microflow);
  return ends;
}

/** Where something that is let go at a point would go. */
export function targetAt(drawing: Drawing, point: Point, ignored?: ReadonlySet<string>): DropTarget {
  const parts = { point, openEnds: openEndsOf(drawing), ...(ignored ? { ignored } : {}) };
  return dropTarget(drawing, parts);
}

/** Lets dragged elements go: moves them, and puts a single free one into the flow under it or behind an open end. */
export function dropElements(
  { project }: Drawing,
  moves: readonly Move[],
  target: DropTarget | undefined,
): void {
  project.store.transact(canvasMessages.steps.moveActivities(moves.length), (transaction) => {
    moveElements(transaction, moves);
    const [only] = moves;
    const isFree =
      moves.length === 1 &&
      only !== undefined &&
      flowsFrom(transaction, only.id).length === 0 &&
      flowsTo(transaction, only.id).length === 0;
    if (isFree && target?.kind === "flow") moveOntoFlow(transaction, target.flow, only.id);
    if (isFree && target?.kind === "after")
      connect(transaction, project.catalog, { from: target.element, to: only.id });
  });
}
