import type { Transaction } from "@rivulet/document";
import { type ElementRecord, type PlacementRecord, placementId } from "@rivulet/model";
import {
  elementGap,
  loopHeaderHeight,
  loopPadding,
  type Point,
  type Size,
  sizeOf,
  snap,
  snapMiddle,
} from "../geometry.ts";

/** The microflow that an element is in, however deep in loops. */
function microflowOf(transaction: Transaction, id: string): string | undefined {
  let record = transaction.get(id);
  while (record?.type === "element") record = transaction.get(record.parent);
  return record?.type === "microflow" ? record.id : undefined;
}

/** The placement of a record, if it was ever placed. */
function placementOf(transaction: Transaction, id: string): PlacementRecord | undefined {
  const record = transaction.get(placementId(id));
  return record?.type === "placement" ? record : undefined;
}

/** Where an element is, from the corner of its loop or of the canvas. */
export function positionOf(transaction: Transaction, id: string): Point {
  const { x = 0, y = 0 } = placementOf(transaction, id) ?? {};
  return { x, y };
}

/** How big an element is drawn; nothing for a record that is gone. */
export function elementSize(transaction: Transaction, id: string): Size {
  const record = transaction.get(id);
  const placement = placementOf(transaction, id);
  return record?.type === "element" ? sizeOf(record, placement) : { width: 0, height: 0 };
}

/** Puts an element somewhere, from the corner of its loop or of the canvas; size and colour stay. */
export function place(transaction: Transaction, id: string, at: Point & Partial<Size>): void {
  const parent = microflowOf(transaction, id);
  if (parent === undefined) return;
  const record = transaction.get(id);
  const corner = record?.type === "element" ? snapMiddle(record.kind, at) : snap(at);
  const present = placementOf(transaction, id) ?? { id: placementId(id), type: "placement" as const, of: id };
  transaction.put({ ...present, ...at, ...corner, parent });
}

/** Elements in a microflow or loop. */
export function elementsIn(transaction: Transaction, parent: string): ElementRecord[] {
  return transaction.children(parent).filter((record) => record.type === "element");
}

/** The elements that a run can reach from here within the same microflow or loop, itself included. */
function downstream(transaction: Transaction, id: string): Set<string> {
  const targets = new Map<string, string[]>();
  for (const flow of transaction.records()) {
    if (flow.type === "sequenceFlow") targets.set(flow.from, [...(targets.get(flow.from) ?? []), flow.to]);
  }
  const reached = new Set([id]);
  for (const from of reached) for (const to of targets.get(from) ?? []) reached.add(to);
  return reached;
}

/** Moves everything from `id` on to the right until `id` begins at `left` or beyond. */
export function makeRoom(transaction: Transaction, id: string, left: number): void {
  const from = positionOf(transaction, id).x;
  const shift = left - from;
  if (shift <= 0) return;
  for (const moved of downstream(transaction, id)) {
    const { x, y } = positionOf(transaction, moved);
    if (x >= from) place(transaction, moved, { x: x + shift, y });
  }
}

/** Keeps what follows a growing loop clear of it. */
function pushAside(transaction: Transaction, loop: string, growth: number): void {
  const right = positionOf(transaction, loop).x + elementSize(transaction, loop).width;
  for (const id of downstream(transaction, loop)) {
    if (id === loop) continue;
    const { x, y } = positionOf(transaction, id);
    if (x >= right - elementGap / 2) place(transaction, id, { x: x + growth, y });
  }
}

/** Keeps what is in a loop clear of its header and its left side. */
function keepInside(transaction: Transaction, id: string): void {
  const { x, y } = positionOf(transaction, id);
  const inside = { x: Math.max(x, loopPadding / 2), y: Math.max(y, loopHeaderHeight + loopPadding / 2) };
  if (inside.x !== x || inside.y !== y) place(transaction, id, inside);
}

/** Grows a loop, and the loops round it, so that the frame holds what is in it. It never shrinks by itself. */
export function growLoop(transaction: Transaction, id: string): void {
  const loop = transaction.get(id);
  if (loop?.type !== "element") return;
  const size = elementSize(transaction, id);
  let { width, height } = size;
  for (const { id: child } of elementsIn(transaction, id)) {
    keepInside(transaction, child);
    const { x, y } = positionOf(transaction, child);
    const inner = elementSize(transaction, child);
    width = Math.max(width, x + inner.width + loopPadding);
    height = Math.max(height, y + inner.height + loopPadding + 16);
  }
  if (width === size.width && height === size.height) return;
  pushAside(transaction, id, width - size.width);
  place(transaction, id, { ...positionOf(transaction, id), width, height });
  growLoop(transaction, loop.parent);
}
