import type { ProjectIndex } from "@rivulet/model";
import type { KeyboardEvent } from "react";
import { type Direction, directionOf, neighbourOf, unitOf } from "../canvas/neighbour.ts";
import { entityBoxes } from "./domain-model-projection.ts";
import type { ModelActions } from "./model-actions.ts";

/** How far an arrow key moves an entity. */
const step = 20;

interface ModelKeyContext {
  readonly module: string;
  readonly index: ProjectIndex;
  readonly selected: readonly string[];
  readonly actions: ModelActions;
  /** Adds an entity in the middle of what is seen. */
  readonly addInMiddle: () => void;
}

function goTo(direction: Direction, { index, module, selected, actions }: ModelKeyContext): void {
  const boxes = [...entityBoxes(index, module)].map(([id, box]) => ({ id, box }));
  const from = boxes.find(({ id }) => id === selected[0]);
  const next = from ? neighbourOf(boxes, from, direction) : boxes[0];
  if (next) actions.select([next.id]);
}

/** Does what a key means in a domain model; tells whether it means anything. */
export function takeModelKey(event: KeyboardEvent, context: ModelKeyContext): boolean {
  const { selected, actions, module, index } = context;
  const [first] = selected;
  const isModified = event.ctrlKey || event.metaKey;
  const direction = directionOf(event.key);
  if (direction) {
    const { x, y } = unitOf[direction];
    if (isModified) actions.move(selected, { x: x * step, y: y * step });
    else goTo(direction, context);
    return true;
  }
  switch (event.key) {
    case "Enter":
    case "F2":
      if (first !== undefined) actions.open(first);
      return first !== undefined;
    case "Delete":
    case "Backspace":
      if (selected.length > 0) actions.remove(selected);
      return true;
    case "Insert":
    case "+":
      context.addInMiddle();
      return true;
    case "Escape":
      actions.select([]);
      return true;
    case "a":
    case "A":
      if (isModified) actions.select([...entityBoxes(index, module).keys()]);
      return isModified;
    default:
      return false;
  }
}
