import { analyseMicroflow } from "@rivulet/checks";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { copyElements, readCopiedElements } from "../clipboard/copied-elements.ts";
import { pasteElements } from "../clipboard/paste-elements.ts";
import { type Drawing, select } from "../drawing.ts";
import type { Point } from "../geometry.ts";
import { placedElements } from "../placed-elements.ts";

/** Where something is pasted: at a point from the corner of its parent. */
export interface PastePlace {
  /** The microflow or a loop in it. */
  readonly parent: string;
  readonly at: Point;
}

/** Chosen elements as text for the clipboard; `undefined` when there is nothing to copy. */
export function copyAsText({ project }: Drawing, ids: readonly string[]): string | undefined {
  return copyElements(project.store.records, ids);
}

/** Puts text from the clipboard on the canvas and selects what came; returns why that cannot be. */
export function pasteText(drawing: Drawing, text: string, place: PastePlace): string | undefined {
  const { project, microflow } = drawing;
  const read = readCopiedElements(text);
  if (read.kind === "refused") return read.message;
  const record = project.record(microflow);
  if (record?.type !== "microflow") return undefined;
  const { catalog, index } = project;
  const taken = new Set(analyseMicroflow(record, { index, catalog }).variables.map(({ name }) => name));
  const target = { ...place, microflow, catalog, index, taken };
  let pasted: string[] = [];
  project.store.transact(canvasMessages.steps.paste(read.copied.elements.length), (transaction) => {
    pasted = pasteElements(transaction, read.copied, target);
  });
  if (pasted.length === 0) return canvasMessages.faults.nothingMayStandHere;
  select(drawing, pasted);
  return undefined;
}

/** How far below and beside its original a duplicate stands. */
const aside = { x: 28, y: 96 };

/** Copies elements to a place beside them. */
export function duplicateElements(drawing: Drawing, ids: readonly string[]): void {
  const { index } = drawing.project;
  const chosen = new Set(ids);
  const [first, ...others] = placedElements(index, drawing.microflow).filter(({ id }) => chosen.has(id));
  const text = copyAsText(drawing, ids);
  if (!first || text === undefined) return;
  const places = [first, ...others].map(({ placement }) => ({ x: placement?.x ?? 0, y: placement?.y ?? 0 }));
  const at = {
    x: Math.min(...places.map(({ x }) => x)) + aside.x,
    y: Math.min(...places.map(({ y }) => y)) + aside.y,
  };
  pasteText(drawing, text, { parent: first.parent, at });
}
