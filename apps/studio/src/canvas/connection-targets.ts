import type { ElementRecord } from "@rivulet/model";
import { faultBetween } from "./actions/connect-elements.ts";
import type { Drawing } from "./drawing.ts";
import { type PlacedElement, placedElements } from "./placed-elements.ts";

/** What leads back lies further away than what is ahead. */
function distance(from: PlacedElement, to: PlacedElement): number {
  const ahead = to.box.x - from.box.x;
  return Math.hypot(ahead < 0 ? ahead * 3 : ahead, to.box.y - from.box.y);
}

/** The elements to which a sequence flow can lead from one, the nearest ahead first. */
export function connectionTargets(drawing: Drawing, from: string): readonly ElementRecord[] {
  const { project, microflow } = drawing;
  const placed = placedElements(project.index, microflow);
  const start = placed.find(({ id }) => id === from);
  if (!start) return [];
  return placed
    .filter(
      ({ id, parent }) => parent === start.parent && faultBetween(drawing, { from, to: id }) === undefined,
    )
    .toSorted((left, right) => distance(start, left) - distance(start, right))
    .map(({ id }) => project.record(id))
    .filter((record) => record?.type === "element");
}
