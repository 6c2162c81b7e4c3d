import type { EntityRecord } from "@rivulet/model";
import type { Size } from "../canvas/geometry.ts";

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
