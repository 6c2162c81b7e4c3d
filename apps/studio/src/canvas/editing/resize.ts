import type { Transaction } from "@rivulet/document";
import { loopHeaderHeight, loopPadding } from "../geometry.ts";
import type { Box } from "../routing/flow-sides.ts";
import { elementSize, elementsIn, growLoop, place, positionOf } from "./placement.ts";

/** The frame that what is in a loop needs at least, from the corner of the loop; nothing when it is empty. */
function contentsOf(transaction: Transaction, loop: string) {
  const boxes = elementsIn(transaction, loop).map(({ id }) => ({
    ...positionOf(transaction, id),
    ...elementSize(transaction, id),
  }));
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ x }) => x)) - loopPadding / 2,
    top: Math.min(...boxes.map(({ y }) => y)) - loopHeaderHeight - loopPadding / 2,
    right: Math.max(...boxes.map(({ x, width }) => x + width)) + loopPadding,
    bottom: Math.max(...boxes.map(({ y, height }) => y + height)) + loopPadding + 16,
  };
}

/**
 * Gives a loop or a note another frame, by any of its sides. What is in a loop stays where it is on the canvas, and the
 * frame holds it.
 */
export function resize(transaction: Transaction, id: string, wanted: Box): void {
  const record = transaction.get(id);
  if (record?.type !== "element") return;
  const before = positionOf(transaction, id);
  const inner = contentsOf(transaction, id);
  const from = { x: wanted.x - before.x, y: wanted.y - before.y };
  const left = Math.min(from.x, inner?.left ?? Infinity);
  const top = Math.min(from.y, inner?.top ?? Infinity);
  place(transaction, id, {
    x: before.x + left,
    y: before.y + top,
    width: Math.max(from.x + wanted.width, inner?.right ?? 0) - left,
    height: Math.max(from.y + wanted.height, inner?.bottom ?? 0) - top,
  });
  const after = positionOf(transaction, id);
  for (const child of elementsIn(transaction, id)) {
    const { x, y } = positionOf(transaction, child.id);
    place(transaction, child.id, { x: x + before.x - after.x, y: y + before.y - after.y });
  }
  growLoop(transaction, record.parent);
}
