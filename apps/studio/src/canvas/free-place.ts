import type { Drawing } from "./drawing.ts";
import { elementGap, type Point, sizesOfForms } from "./geometry.ts";
import { placedElements } from "./placed-elements.ts";
import { isOver, widened } from "./routing/obstacles.ts";

/** Between what is new and what stands already. */
const clear = 12;
/** So far down it is looked for the next time: a card, and a variable below it. */
const step = sizesOfForms.card.height + 40;

/** The point behind an element at which a flow to something new can end: in its row, or below where that is taken. */
export function freePlaceBehind({ project, microflow }: Drawing, element: string): Point {
  const placed = placedElements(project.index, microflow);
  const from = placed.find(({ id }) => id === element);
  if (!from) return { x: 0, y: 0 };
  const beside = placed.filter(({ id, parent }) => parent === from.parent && id !== element);
  const { width, height } = sizesOfForms.card;
  const x = from.box.x + from.box.width + elementGap;
  const isTaken = (y: number) => {
    const box = widened({ x, y: y - height / 2, width, height }, clear);
    return beside.some((other) => isOver(box, other.box));
  };
  let y = from.box.y + from.box.height / 2;
  while (isTaken(y)) y += step;
  return { x, y };
}
