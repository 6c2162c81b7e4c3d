import type { SequenceFlowRecord } from "@rivulet/model";
import type { PlacedElement } from "../placed-elements.ts";
import type { Box } from "./flow-sides.ts";
import { isOver } from "./obstacles.ts";

/** What decides where flows lead: the elements where they stand, and the flows by the element that they leave. */
export interface RoutedDrawing {
  readonly elements: ReadonlyMap<string, PlacedElement>;
  readonly leaving: ReadonlyMap<string, readonly SequenceFlowRecord[]>;
}

/** Beyond this nearly everything moved: to find anew is quicker than to compare. */
const mostChanges = 60;

/** What is in one map and not, or not the same, in the other. */
function differences<Value>(
  one: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
  isSame: (value: Value, other: Value) => boolean,
): Value[] {
  const found: Value[] = [];
  for (const [key, value] of one) {
    const beside = other.get(key);
    if (beside === undefined || !isSame(value, beside)) found.push(value);
  }
  return found;
}

const isSameObject = (one: unknown, other: unknown) => one === other;
const areSameFlows = (one: readonly SequenceFlowRecord[], other: readonly SequenceFlowRecord[]) =>
  one.length === other.length && one.every((flow, at) => flow === other[at]);

/** Both sides of what changed: how it was, and how it is. */
function changesOf<Value>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
  isSame: (value: Value, other: Value) => boolean,
): Value[] {
  return [...differences(before, now, isSame), ...differences(now, before, isSame)];
}

/**
 * Says of the flows that leave an element, in one drawing, whether they lead the same way in another one: nothing
 * was changed in the region in which they look for what is in their way, and they are the same flows.
 *
 * @returns nothing when so much was changed that there is nothing to keep
 */
export function keptSources(
  before: RoutedDrawing,
  now: RoutedDrawing,
): ((source: string, region: Box) => boolean) | undefined {
  const flows = changesOf(before.leaving, now.leaving, areSameFlows).flat();
  const boxes = changesOf(before.elements, now.elements, isSameObject).map(({ box }) => box);
  if (flows.length + boxes.length > mostChanges) return undefined;
  // A flow that leads back looks at the one that leads forward.
  const sources = new Set(flows.flatMap(({ from, to }) => [from, to]));
  return (source, region) => !sources.has(source) && !boxes.some((box) => isOver(box, region));
}
