import type { EntityRecord } from "@rivulet/model";
import type { Point, Size } from "../canvas/geometry.ts";
import type { Box } from "../canvas/routing/flow-sides.ts";

const headerHeight = 38;
const rowHeight = 22;

/** The size of an entity on the canvas: a header and a row for each attribute. */
export function entitySize(entity: EntityRecord): Size {
  const longest = Math.max(entity.name.length + 4, ...entity.attributes.map(({ name }) => name.length + 10));
  return {
    width: Math.max(180, Math.min(340, 40 + longest * 7)),
    height:
      headerHeight +
      (entity.generalization === undefined ? 0 : 18) +
      Math.max(1, entity.attributes.length) * rowHeight +
      10,
  };
}

/** The room that a new entity is given. */
const newEntityRoom: Size = { width: 180, height: 80 };
/** Enough between two for the name of an association. */
const roomBetween = 60;
const searchStep = 40;

function overlaps(box: Box, at: Point): boolean {
  return (
    at.x < box.x + box.width + roomBetween &&
    box.x < at.x + newEntityRoom.width + roomBetween &&
    at.y < box.y + box.height + roomBetween &&
    box.y < at.y + newEntityRoom.height + roomBetween
  );
}

/**
 * The place nearest below `at`, then right of it, where a new entity covers no other.
 *
 * @example freePlace([{ x: 0, y: 0, width: 180, height: 80 }], { x: 0, y: 0 }) // { x: 0, y: 160 }
 */
export function freePlace(boxes: readonly Box[], at: Point): Point {
  for (let ring = 0; ; ring += 1) {
    for (let right = 0; right <= ring; right += 1) {
      const place = { x: at.x + right * searchStep, y: at.y + (ring - right) * searchStep };
      if (!boxes.some((box) => overlaps(box, place))) return place;
    }
  }
}
