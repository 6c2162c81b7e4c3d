import type { ActivityDefinition } from "@rivulet/activities";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, ProjectIndex } from "@rivulet/model";
import { unreachable } from "@rivulet/values";
import { fillElement } from "../../fields/fill-element.ts";
import { canvasMessages } from "../../messages/canvas-messages.ts";
import { type Drawing, select } from "../drawing.ts";
import type { DropTarget } from "../drop-target.ts";
import { addJoined, type LooseFlow } from "../editing/add-joined.ts";
import { flowsTo } from "../editing/connection-rules.ts";
import { addElement, addToLoop, appendTo, insertOnFlow, openEnds } from "../editing/edit-flow.ts";
import { formOf, type Point, sizesOfForms } from "../geometry.ts";
import { newElement, withSuggestedNames } from "../new-element.ts";
import { placedElements } from "../placed-elements.ts";

/** Where a new activity goes that is chosen from a list. */
export type InsertionPlace =
  | { readonly kind: "flow"; readonly flow: string }
  | { readonly kind: "after"; readonly element: string }
  | { readonly kind: "loop"; readonly loop: string }
  | { readonly kind: "canvas"; readonly at: Point }
  | /** At the loose end of a flow, which is at this point of the canvas. */ {
      readonly kind: "joined";
      readonly flow: LooseFlow;
      readonly at: Point;
    };

/** The activity that is wanted. */
export interface WantedActivity {
  readonly kind: string;
  /** What is known of it beforehand, such as the microflow that it calls. */
  readonly fields?: ElementRecord["fields"];
}

interface NewActivity {
  readonly element: ElementRecord;
  readonly definition: ActivityDefinition;
}

/** Puts a new activity into the document as one step: fills what can be told, selects it, and gives its id. */
function addNew(
  drawing: Drawing,
  { kind, fields }: WantedActivity,
  put: (transaction: Transaction, added: NewActivity) => void,
): string | undefined {
  const { project, microflow } = drawing;
  const definition = project.catalog.find(kind);
  if (!definition) return undefined;
  const blank = newElement(definition, microflow);
  const element = { ...blank, fields: { ...blank.fields, ...fields } };
  project.store.transact(canvasMessages.steps.add(definition.label), (transaction) => {
    put(transaction, { element, definition });
    const added = transaction.get(element.id);
    if (added?.type === "element") transaction.put(proposed(transaction, drawing, added));
  });
  select(drawing, [element.id]);
  return element.id;
}

/** Puts a new activity where it was dropped, fills what can be told, selects it, and gives its id. */
export function addActivity(
  drawing: Drawing,
  wanted: WantedActivity,
  target: DropTarget,
): string | undefined {
  return addNew(drawing, wanted, (transaction, added) =>
    putElement(transaction, drawing, { ...added, target }),
  );
}

/** Puts a new activity at the loose end of a flow and joins it there. */
function addAtLooseEnd(
  drawing: Drawing,
  kind: string,
  { flow, at }: { readonly flow: LooseFlow; readonly at: Point },
): string | undefined {
  const { catalog, index } = drawing.project;
  const placed = placedElements(index, drawing.microflow);
  const joined = placed.find(({ id }) => id === flow.element);
  if (!joined) return undefined;
  const corner = placed.find(({ id }) => id === joined.parent)?.box ?? { x: 0, y: 0 };
  const inside = { x: at.x - corner.x, y: at.y - corner.y };
  return addNew(drawing, { kind }, (transaction, { element }) =>
    addJoined(transaction, catalog, { element, flow, at: inside }),
  );
}

/** Puts a new activity at a place that was chosen by keys or from a list. */
export function insertActivity(drawing: Drawing, kind: string, where: InsertionPlace): string | undefined {
  const at = { x: 0, y: 0 };
  switch (where.kind) {
    case "flow":
      return addActivity(drawing, { kind }, { kind: "flow", flow: where.flow, at });
    case "after":
      return addActivity(drawing, { kind }, { kind: "after", element: where.element, at });
    case "loop":
      return addActivity(
        drawing,
        { kind },
        {
          kind: "loop",
          loop: where.loop,
          corner: at,
          at: { x: 120, y: 110 },
        },
      );
    case "canvas":
      return addActivity(drawing, { kind }, { kind: "canvas", at: where.at });
    case "joined":
      return addAtLooseEnd(drawing, kind, where);
    default:
      return unreachable(where);
  }
}

function putElement(
  transaction: Transaction,
  { project, microflow }: Drawing,
  parts: NewActivity & { readonly target: DropTarget },
): void {
  const { element, definition, target } = parts;
  const leaves = definition.outcomes.kind;
  const { width, height } = sizesOfForms[formOf(element.kind)];
  const corner = { x: target.at.x - width / 2, y: target.at.y - height / 2 };
  if (target.kind === "flow" && leaves !== "none" && leaves !== "end") {
    insertOnFlow(transaction, target.flow, element);
  } else if (target.kind === "after" && leaves !== "none") appendTo(transaction, target.element, element);
  else if (target.kind === "loop" && definition.allowedIn.includes("loop")) {
    const inside = { x: corner.x - target.corner.x, y: corner.y - target.corner.y };
    const open = openEnds(transaction, project.catalog, target.loop);
    if (leaves !== "none" && open.length <= 1) addToLoop(transaction, project.catalog, target.loop, element);
    else addElement(transaction, { ...element, parent: target.loop }, inside);
  } else addElement(transaction, { ...element, parent: microflow }, corner);
}

/** The element with what follows from where it stands: objects and lists by type, then names. */
export function proposed(
  transaction: Transaction,
  { project, microflow }: Drawing,
  element: ElementRecord,
): ElementRecord {
  const index = new ProjectIndex(
    new Map([
      ...project.connectorRecords,
      ...Array.from(transaction.records(), (record) => [record.id, record] as const),
    ]),
  );
  const around = { index, microflow };
  const isJoined = element.parent !== microflow || flowsTo(transaction, element.id).length > 0;
  const filled = isJoined ? fillElement(project, index, { element, ...around }) : element;
  return withSuggestedNames(project, filled, around);
}
