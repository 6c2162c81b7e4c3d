import {
  canonicalJson,
  type JsonValue,
  type ProjectRecord,
  recordSchemas,
  type WidgetRecord,
} from "@rivulet/model";
import { canHold, widgetsOfPage } from "@rivulet/pages";
import fc from "fast-check";
import { pageOf } from "../pages/widget-place.ts";
import { canvasEdits } from "./canvas-edits.test-support.ts";
import { documentEdits } from "./document-edits.test-support.ts";
import { EditWorld } from "./edit-world.test-support.ts";
import { pageEdits } from "./page-edits.test-support.ts";

const history: Readonly<Record<string, (world: EditWorld) => void>> = {
  undo: ({ project }) => void project.store.undo(),
  redo: ({ project }) => void project.store.redo(),
};

/** Every edit of every editor, by its name. */
export const edits: Readonly<Record<string, (world: EditWorld) => void>> = {
  ...canvasEdits,
  ...documentEdits,
  ...pageEdits,
  ...history,
};

/** One edit of a random story. */
export interface DrawnEdit {
  readonly edit: string;
  readonly draws: readonly number[];
}

/** What an edit draws from. */
export const drawnNumbers = fc.array(fc.nat(5_000), { minLength: 1, maxLength: 8 });

/** Random stories of edits; no longer than what undo remembers. */
export const stories: fc.Arbitrary<DrawnEdit[]> = fc.array(
  fc.record({
    edit: fc.constantFrom(...Object.keys(edits)),
    draws: drawnNumbers,
  }),
  { minLength: 1, maxLength: 60 },
);

/** The whole document as one text, the same for the same records whatever their order. */
function textOf({ project }: EditWorld): string {
  const records = [...project.store.records.values()].toSorted((left, right) =>
    left.id < right.id ? -1 : 1,
  );
  return canonicalJson(records as unknown as JsonValue);
}

/** What a record refers to by id, and so has to be there. */
function referredIds(record: ProjectRecord): readonly string[] {
  switch (record.type) {
    case "project":
      return [];
    case "sequenceFlow":
    case "annotationFlow":
      return [record.parent, record.from, record.to];
    case "placement":
      return [record.parent, record.of];
    default:
      return [record.parent];
  }
}

/** Why a widget does not stand where it may. */
function faultOfWidget({ project }: EditWorld, { id, parent, kind, name }: WidgetRecord): string | undefined {
  if (!pageOf(id, project.store.records)) return `widget ${name} stands in no page`;
  const holder = project.record(parent);
  const isHeld = canHold(holder?.type === "widget" ? holder.kind : undefined, kind);
  return isHeld ? undefined : `widget ${name} stands in what cannot hold it`;
}

/** Why the pages are not valid: a widget that may not stand where it does, or two of one name in a page. */
function faultOfPages(world: EditWorld): string | undefined {
  for (const record of world.project.store.records.values()) {
    const fault = record.type === "widget" ? faultOfWidget(world, record) : undefined;
    if (fault !== undefined) return fault;
    if (record.type !== "page") continue;
    const names = [...widgetsOfPage(record.id, world.project.index)].map(({ name }) => name);
    if (new Set(names).size !== names.length) return `${record.name} has two widgets of one name`;
  }
  return undefined;
}

/** Why the document is not valid; `undefined` when it is. */
function faultOf(world: EditWorld): string | undefined {
  const { project } = world;
  const { records } = project.store;
  for (const record of records.values()) {
    const parsed = recordSchemas[record.type].safeParse(record);
    if (!parsed.success) return `${record.type} ${record.id}: ${parsed.error.message}`;
    const missing = referredIds(record).find((id) => id !== "project" && !records.has(id));
    if (missing !== undefined) return `${record.type} ${record.id} refers to ${missing}, which is gone`;
  }
  for (const microflow of records.values()) {
    if (microflow.type !== "microflow") continue;
    const starts = project.index
      .children(microflow.id)
      .filter((record) => record.type === "element" && record.kind === "start");
    if (starts.length !== 1) return `${microflow.name} has ${starts.length} start events`;
  }
  return faultOfPages(world);
}

/**
 * Makes the edits of a story: the document is valid after each; all of them undone give the document of the beginning,
 * and all of them done again that of the end. Throws where one of this does not hold; gives how often the document
 * was changed.
 */
export function tellStory(story: readonly DrawnEdit[]): { readonly changes: number } {
  const world = new EditWorld();
  const { store } = world.project;
  let changes = 0;
  store.subscribe(() => {
    changes += 1;
  });
  const beginning = textOf(world);
  story.forEach(({ edit, draws }, position) => {
    world.useDraws(draws);
    edits[edit]?.(world);
    const fault = faultOf(world);
    if (fault !== undefined) throw new Error(`After edit ${position + 1}, ${edit}: ${fault}`);
  });
  const end = textOf(world);
  const result = { changes };
  // What was undone at the end belongs to the future, not to the past.
  while (store.redo());
  while (store.undo());
  if (textOf(world) !== beginning) throw new Error("Undoing everything does not give the beginning.");
  const future: string[] = [];
  while (store.redo()) future.push(textOf(world));
  if (!future.includes(end) && end !== beginning) throw new Error("Doing everything again misses the end.");
  return result;
}
