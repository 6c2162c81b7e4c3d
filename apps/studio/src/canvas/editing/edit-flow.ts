import type { ActivityCatalog } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, newRecordId } from "@rivulet/model";
import { elementGap, loopHeaderHeight, loopPadding, type Point } from "../geometry.ts";
import type { Box } from "../routing/flow-sides.ts";
import { closeGap } from "./close-gap.ts";
import { connectionFault, flowsFrom, flowsTo, waysOn } from "./connection-rules.ts";
import { forgetHandler } from "./error-handling.ts";
import { elementSize, elementsIn, growLoop, makeRoom, place, positionOf } from "./placement.ts";

function join(transaction: Transaction, parent: string, from: string, to: string): string {
  const id = newRecordId();
  transaction.add({ id, type: "sequenceFlow", parent, from, to });
  return id;
}

function boxOf(transaction: Transaction, id: string): Box {
  return { ...positionOf(transaction, id), ...elementSize(transaction, id) };
}

const middleOf = ({ y, height }: Box) => y + height / 2;

/** Puts a new element on the canvas or into a loop. Into an open end of a loop's body it is joined by `appendTo`. */
export function addElement(transaction: Transaction, element: ElementRecord, at: Point): void {
  transaction.add(element);
  place(transaction, element.id, at);
  growLoop(transaction, element.parent);
}

/**
 * Puts a new element into a sequence flow: what led to the flow's end now leads to the element, and the element to
 * the end. The outcome stays with the first part. Everything behind moves to the right where there is too little room.
 */
export function insertOnFlow(transaction: Transaction, flowId: string, element: ElementRecord): void {
  const flow = transaction.get(flowId);
  if (flow?.type !== "sequenceFlow") return;
  const { from, to, parent } = flow;
  transaction.add({ ...element, parent });
  const size = elementSize(transaction, element.id);
  const fromBox = boxOf(transaction, from);
  const toBox = boxOf(transaction, to);
  const left = fromBox.x + fromBox.width + elementGap;
  const isForward = toBox.x > fromBox.x;
  const middle = (fromBox.x + fromBox.width + toBox.x) / 2 - size.width / 2;
  const x = isForward ? Math.max(left, middle) : left;
  place(transaction, element.id, { x, y: middleOf(fromBox) - size.height / 2 });
  transaction.update("sequenceFlow", flowId, { to: element.id });
  join(transaction, parent, element.id, to);
  if (isForward) makeRoom(transaction, to, x + size.width + elementGap);
  growLoop(transaction, parent);
}

/** How far from the line of a flow something may be let go and still come to stand on it. */
const reachOfLine = 40;

/**
 * Where an element that was let go over a flow comes to stand: on its line, so that the flow stays straight, and
 * clear of where the flow begins.
 */
function placeOnLine(transaction: Transaction, id: string, from: string, to: string): Point {
  const box = boxOf(transaction, id);
  const before = boxOf(transaction, from);
  const after = boxOf(transaction, to);
  const middle = middleOf(box);
  const [line = middle] = [middleOf(before), middleOf(after)]
    .filter((candidate) => Math.abs(candidate - middle) <= reachOfLine)
    .sort((one, other) => Math.abs(one - middle) - Math.abs(other - middle));
  const isForward = after.x > before.x && Math.abs(line - middleOf(before)) <= reachOfLine;
  const x = isForward ? Math.max(box.x, before.x + before.width + elementGap) : box.x;
  return { x, y: line - box.height / 2 };
}

/** Puts an element that is on the canvas already, and that nothing is joined to, into a sequence flow. */
export function moveOntoFlow(transaction: Transaction, flowId: string, id: string): void {
  const flow = transaction.get(flowId);
  const element = transaction.get(id);
  if (flow?.type !== "sequenceFlow" || element?.type !== "element" || flow.from === id || flow.to === id)
    return;
  transaction.update("element", id, { parent: flow.parent });
  transaction.update("sequenceFlow", flowId, { to: id });
  join(transaction, flow.parent, id, flow.to);
  const at = placeOnLine(transaction, id, flow.from, flow.to);
  place(transaction, id, at);
  makeRoom(transaction, flow.to, at.x + elementSize(transaction, id).width + elementGap);
  growLoop(transaction, flow.parent);
}

/** Puts a new element behind another one that has an open end, and joins them. */
export function appendTo(transaction: Transaction, after: string, element: ElementRecord): void {
  const previous = transaction.get(after);
  if (previous?.type !== "element") return;
  transaction.add({ ...element, parent: previous.parent });
  const box = boxOf(transaction, after);
  const size = elementSize(transaction, element.id);
  place(transaction, element.id, {
    x: box.x + box.width + elementGap,
    y: box.y + (box.height - size.height) / 2,
  });
  join(transaction, previous.parent, after, element.id);
  growLoop(transaction, previous.parent);
}

/** Puts a new element into a loop's body: behind its open end, or as its first element. */
export function addToLoop(
  transaction: Transaction,
  catalog: ActivityCatalog,
  loop: string,
  element: ElementRecord,
): void {
  const open = openEnds(transaction, catalog, loop).at(-1);
  const isInSequence = catalog.find(element.kind)?.outcomes.kind !== "none";
  if (open !== undefined && isInSequence) appendTo(transaction, open, element);
  else
    addElement(
      transaction,
      { ...element, parent: loop },
      { x: loopPadding, y: loopHeaderHeight + loopPadding },
    );
}

/** The elements from which a flow should go on but does not, left to right. */
export function openEnds(transaction: Transaction, catalog: ActivityCatalog, parent: string): string[] {
  return elementsIn(transaction, parent)
    .filter((element) => catalog.find(element.kind)?.outcomes.kind === "next")
    .filter(({ id }) => waysOn(transaction, catalog, id).length === 0)
    .map(({ id }) => id)
    .sort((left, right) => positionOf(transaction, left).x - positionOf(transaction, right).x);
}

/** Joins two elements. Where one way leads on already, it is moved; a decision gets one more. Returns why not. */
export function connect(
  transaction: Transaction,
  catalog: ActivityCatalog,
  ends: { readonly from: string; readonly to: string; readonly outcomes?: readonly string[] },
): string | undefined {
  const fault = connectionFault(transaction, catalog, ends);
  const source = transaction.get(ends.from);
  if (fault !== undefined || source?.type !== "element") return fault;
  const isSingle = catalog.find(source.kind)?.outcomes.kind === "next";
  const [present] = waysOn(transaction, catalog, ends.from);
  if (isSingle && present) transaction.update("sequenceFlow", present.id, { to: ends.to });
  else {
    const flow = join(transaction, source.parent, ends.from, ends.to);
    if (ends.outcomes) transaction.update("sequenceFlow", flow, { outcomes: [...ends.outcomes] });
  }
  return undefined;
}

/** Takes an element or a flow away, and with an error handler the error handling of what it left. */
function removeRecord(transaction: Transaction, id: string): void {
  const record = transaction.get(id);
  const gone = record?.type === "sequenceFlow" ? [record] : flowsTo(transaction, id);
  for (const flow of gone) forgetHandler(transaction, flow);
  transaction.remove(id);
}

/** Takes elements and flows away. The start event stays. */
export function deleteRecords(transaction: Transaction, ids: readonly string[]): void {
  for (const id of ids) {
    const record = transaction.get(id);
    if (record?.type === "element" && record.kind === "start") continue;
    removeRecord(transaction, id);
  }
}

/** Takes elements away and joins what led to them with what followed them. */
export function deleteAndReconnect(transaction: Transaction, ids: readonly string[]): void {
  for (const id of ids) {
    const element = transaction.get(id);
    if (element?.type !== "element" || element.kind === "start") continue;
    const following = flowsFrom(transaction, id).filter(({ isErrorHandler }) => !isErrorHandler);
    const next = following.length === 1 ? following[0]?.to : undefined;
    const leading = flowsTo(transaction, id);
    const isMovable = next !== undefined && !leading.some((flow) => flow.from === next);
    if (isMovable) for (const flow of leading) transaction.update("sequenceFlow", flow.id, { to: next });
    removeRecord(transaction, id);
  }
}

/** Where a dragged element was let go: at a point from the corner of its new parent. */
export interface Move {
  readonly id: string;
  readonly parent: string;
  readonly position: Point;
}

/** The flows and the lines of notes that begin or end at an element. */
function joinedTo(transaction: Transaction, id: string) {
  return [...transaction.records()]
    .filter((record) => record.type === "sequenceFlow" || record.type === "annotationFlow")
    .filter(({ from, to }) => from === id || to === id);
}

/** Closes the gaps that elements leave which go into a loop, or out of it. */
function closeGaps(transaction: Transaction, moves: readonly Move[]): void {
  const leaving = new Map<string, Set<string>>();
  for (const { id, parent } of moves) {
    const element = transaction.get(id);
    if (element?.type !== "element" || element.parent === parent) continue;
    leaving.set(element.parent, (leaving.get(element.parent) ?? new Set()).add(id));
  }
  for (const going of leaving.values()) closeGap(transaction, going);
}

/**
 * Moves elements, also into and out of loops: flows that would cross the border of a loop are taken away, and what stood
 * before and behind them is joined.
 */
export function moveElements(transaction: Transaction, moves: readonly Move[]): void {
  closeGaps(transaction, moves);
  for (const { id, parent, position } of moves) {
    const element = transaction.get(id);
    if (element?.type !== "element") continue;
    if (element.parent !== parent) transaction.update("element", id, { parent });
    place(transaction, id, position);
  }
  for (const { id, parent } of moves) {
    for (const flow of joinedTo(transaction, id)) {
      const other = transaction.get(flow.from === id ? flow.to : flow.from);
      if (other?.type !== "element" || other.parent !== parent) removeRecord(transaction, flow.id);
      else if (flow.parent !== parent) transaction.update(flow.type, flow.id, { parent });
    }
  }
  for (const parent of new Set(moves.map((move) => move.parent))) growLoop(transaction, parent);
}
