import type { ActivityCatalog } from "@rivulet/activities";
import { isExceptionalFlow } from "@rivulet/checks";
import type { Transaction } from "@rivulet/document";
import type { ElementRecord, SequenceFlowRecord } from "@rivulet/model";
import { elementSize, elementsIn, place, positionOf } from "../editing/placement.ts";
import { loopHeaderHeight, loopPadding, type Point } from "../geometry.ts";
import { flowLabel, labelSize } from "../routing/flow-label.ts";
import { type Box, boundsOf } from "../routing/flow-sides.ts";
import { isOver, widened } from "../routing/obstacles.ts";
import { writingOf } from "../routing/writings.ts";
import { type LayoutElement, layoutFlow } from "./flow-layout.ts";
import type { LayoutFlow } from "./flow-order.ts";

/** Between parameters, and from them and from notes to what is below. */
const besideGap = 16;
const aboveGap = 56;
/** A loop that holds little is not smaller than this, so that more can be dropped into it. */
const smallestLoop = { width: 260, height: 140 };

/**
 * As wide as the lines of a microflow become: four activities and what begins or ends it. On a screen of 1280 pixels
 * that can be read beside the open panes.
 */
const lineWidth = 1040;
/** However deep in loops, this much of a line is left: two activities. */
const narrowestLine = 432;

interface Tidying {
  readonly transaction: Transaction;
  readonly catalog: ActivityCatalog;
}

function boxOf({ transaction }: Tidying, id: string): Box {
  return { ...positionOf(transaction, id), ...elementSize(transaction, id) };
}

function layoutElement(tidying: Tidying, element: ElementRecord): LayoutElement {
  const { id, kind, parent } = element;
  const box = boxOf(tidying, id);
  const placed = { id, parent, kind, element, placement: undefined, box };
  const written = kind === "end" ? writingOf(tidying.catalog, placed) : undefined;
  const writing = written ? written.x + written.width - box.x - box.width : 0;
  return { id, size: { width: box.width, height: box.height }, writing };
}

function layoutFlowOf({ transaction, catalog }: Tidying, flow: SequenceFlowRecord): LayoutFlow {
  const source = transaction.get(flow.from);
  const element = source?.type === "element" ? source : undefined;
  const label = flowLabel(catalog, element, flow);
  return {
    from: flow.from,
    to: flow.to,
    isAside: isExceptionalFlow(flow, element && catalog.find(element.kind)),
    labelWidth: label ? labelSize(label).width : 0,
  };
}

/** How far elements are moved so that the first one stays where it is, or, in a loop, so that they begin at its corner. */
function shiftOf(tidying: Tidying, places: ReadonlyMap<string, Point>, isInLoop: boolean): Point {
  if (isInLoop) return { x: loopPadding, y: loopHeaderHeight + loopPadding };
  const [first] = places;
  if (!first) return { x: 0, y: 0 };
  const [id, { x, y }] = first;
  const present = positionOf(tidying.transaction, id);
  return { x: present.x - x, y: present.y - y };
}

/** Places what a run goes through; gives the boxes. */
function placeSequence(tidying: Tidying, parent: string, depth: number): Box[] {
  const { transaction, catalog } = tidying;
  const inSequence = elementsIn(transaction, parent).filter(
    ({ kind }) => catalog.find(kind)?.outcomes.kind !== "none",
  );
  const elements = inSequence.toSorted(
    (one, other) => Number(other.kind === "start") - Number(one.kind === "start"),
  );
  const flows = transaction.children(parent).filter((record) => record.type === "sequenceFlow");
  const places = layoutFlow(
    elements.map((element) => layoutElement(tidying, element)),
    flows.map((flow) => layoutFlowOf(tidying, flow)),
    Math.max(narrowestLine, lineWidth - 2 * loopPadding * depth),
  );
  const by = shiftOf(tidying, places, depth > 0);
  for (const [id, { x, y }] of places) place(transaction, id, { x: x + by.x, y: y + by.y });
  return elements.map(({ id }) => boxOf(tidying, id));
}

/** Places parameters in a row above everything; gives their boxes. */
function placeParameters(tidying: Tidying, parent: string, sequence: readonly Box[]): Box[] {
  const bounds = boundsOf(sequence);
  const parameters = elementsIn(tidying.transaction, parent)
    .filter(({ kind }) => kind === "parameter")
    .map(({ id }) => ({ id, box: boxOf(tidying, id) }))
    .sort((one, other) => one.box.x - other.box.x);
  let x = bounds?.x ?? 0;
  for (const { id, box } of parameters) {
    if (bounds) place(tidying.transaction, id, { x, y: bounds.y - aboveGap - box.height });
    x += box.width + besideGap;
  }
  return parameters.map(({ id }) => boxOf(tidying, id));
}

/** The note at the other end of a note's line. */
function noted({ transaction }: Tidying, parent: string, note: string): string | undefined {
  const lines = transaction.children(parent).filter((record) => record.type === "annotationFlow");
  const line = lines.find(({ from, to }) => from === note || to === note);
  return line && (line.from === note ? line.to : line.from);
}

/** Takes notes along with what they are about, and above everything where they would cover something. */
function placeNotes(
  tidying: Tidying,
  parent: string,
  { before, taken }: { readonly before: ReadonlyMap<string, Point>; readonly taken: readonly Box[] },
): Box[] {
  const boxes = [...taken];
  const notes = elementsIn(tidying.transaction, parent).filter(({ kind }) => kind === "annotation");
  return notes.map(({ id }) => {
    const box = boxOf(tidying, id);
    const about = noted(tidying, parent, id);
    const from = before.get(about ?? "");
    const now = about === undefined ? undefined : positionOf(tidying.transaction, about);
    const along = from && now ? { ...box, x: box.x + now.x - from.x, y: box.y + now.y - from.y } : box;
    const isCovering = boxes.some((other) => isOver(widened(along, besideGap / 2), other));
    const top = Math.min(...boxes.map(({ y }) => y));
    const { x, y } = isCovering ? { x: along.x, y: top - box.height - besideGap } : along;
    place(tidying.transaction, id, { x, y });
    const placed = boxOf(tidying, id);
    boxes.push(placed);
    return placed;
  });
}

/** Gives a loop the size of what is in it; an empty one keeps its own. */
function fitLoop(tidying: Tidying, loop: string, boxes: readonly Box[]): void {
  const bounds = boundsOf(boxes);
  if (!bounds) return;
  const width = Math.max(smallestLoop.width, bounds.x + bounds.width + loopPadding);
  const height = Math.max(smallestLoop.height, bounds.y + bounds.height + loopPadding + besideGap);
  place(tidying.transaction, loop, { ...positionOf(tidying.transaction, loop), width, height });
}

/** Places what is in a microflow, or in a loop that is so deep in others. */
function tidyParent(tidying: Tidying, parent: string, depth: number): void {
  const { transaction, catalog } = tidying;
  const before = new Map<string, Point>();
  for (const { id, kind } of elementsIn(transaction, parent)) {
    before.set(id, positionOf(transaction, id));
    if (catalog.find(kind)?.hasBody === true) tidyParent(tidying, id, depth + 1);
  }
  const sequence = placeSequence(tidying, parent, depth);
  const parameters = placeParameters(tidying, parent, sequence);
  const taken = [...sequence, ...parameters];
  const notes = placeNotes(tidying, parent, { before, taken });
  if (depth > 0) fitLoop(tidying, parent, [...taken, ...notes]);
}

/**
 * Places all elements of a microflow and of its loops anew: left to right, the longest way straight, branches below it,
 * parameters above, in lines like text where it is long. Where the microflow begins stays where it is.
 */
export function tidyMicroflow(transaction: Transaction, catalog: ActivityCatalog, microflow: string): void {
  tidyParent({ transaction, catalog }, microflow, 0);
}
