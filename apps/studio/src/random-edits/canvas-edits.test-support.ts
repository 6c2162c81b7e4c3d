import { addActivity, insertActivity } from "../canvas/actions/add-activity.ts";
import {
  arrangeElements,
  moveElementsBy,
  removeElements,
  resizeElement,
  setCaption,
  setDisabled,
} from "../canvas/actions/change-elements.ts";
import { connectElements, reconnectFlow, waysBetween, waysFrom } from "../canvas/actions/connect-elements.ts";
import { dropElements, targetAt } from "../canvas/actions/drop-elements.ts";
import { canHaveHandler, markErrorHandler, toggleErrorHandler } from "../canvas/actions/handle-errors.ts";
import { copyAsText, duplicateElements, pasteText } from "../canvas/actions/paste-text.ts";
import { draggedMoves } from "../canvas/dragged-moves.ts";
import type { Drawing } from "../canvas/drawing.ts";
import type { Arrangement } from "../canvas/editing/arrange.ts";
import { placeBehind } from "../canvas/insertion.ts";
import { placedElements } from "../canvas/placed-elements.ts";
import { renameVariable, variableNameFault } from "../canvas/rename-variable.ts";
import { endsOf, setReturnValue, variableOf } from "../canvas/return-value.ts";
import { takeOutcome } from "../dialogs/flow-outcomes.ts";
import { saveElement } from "../dialogs/save-element.ts";
import type { EditWorld } from "./edit-world.test-support.ts";

type CanvasEdit = (world: EditWorld, drawing: Drawing) => void;

const arrangements: readonly Arrangement[] = ["left", "centre", "right", "top", "middle", "across", "down"];
const kindsOf = (world: EditWorld) => world.project.catalog.definitions.map(({ kind }) => kind);
const idsOf = (world: EditWorld, drawing: Drawing) =>
  world.some(world.elementsOf(drawing)).map(({ id }) => id);
const flowsOf = (world: EditWorld, { microflow }: Drawing) =>
  world.all("sequenceFlow").filter(({ parent }) => parent === microflow);

/** Everything that the canvas and the dialogs of its elements do to a drawing. */
const edits: Readonly<Record<string, CanvasEdit>> = {
  drop: (world, drawing) => {
    const kind = world.pick(kindsOf(world).filter((each) => each !== "start"));
    if (kind !== undefined) addActivity(drawing, { kind }, targetAt(drawing, world.point()));
  },
  insert: (world, drawing) => {
    const kind = world.pick(kindsOf(world).filter((each) => each !== "start"));
    const place = placeBehind(drawing);
    if (kind !== undefined && place) insertActivity(drawing, kind, place);
  },
  insertIntoLoop: (world, drawing) => {
    const loops = world.elementsOf(drawing).filter(({ kind }) => kind === "loop");
    const loop = world.pick(loops)?.id;
    const kind = world.pick(kindsOf(world).filter((each) => each !== "start"));
    if (loop !== undefined && kind !== undefined) insertActivity(drawing, kind, { kind: "loop", loop });
  },
  insertJoined: (world, drawing) => {
    const element = world.pick(world.elementsOf(drawing))?.id;
    const kind = world.pick(kindsOf(world).filter((each) => each !== "start"));
    if (element === undefined || kind === undefined) return;
    const way = world.pick(waysFrom(drawing, element)) ?? { kind: "ordinary" };
    const flow = { element, side: world.isLucky() ? "behind" : "before", way } as const;
    insertActivity(drawing, kind, { kind: "joined", flow, at: world.point() });
  },
  drag: (world, drawing) => {
    const { project, microflow } = drawing;
    const dragged = world.some(world.elementsOf(drawing)).map(({ id, parent }) => ({
      id,
      ...(parent === microflow ? {} : { parentId: parent }),
      position: world.point(),
    }));
    const grabbed = world.pick(dragged)?.id;
    const moves = draggedMoves(dragged, placedElements(project.index, microflow), { microflow, grabbed });
    dropElements(drawing, moves, world.isLucky() ? targetAt(drawing, world.point()) : undefined);
  },
  move: (world, drawing) => moveElementsBy(drawing, idsOf(world, drawing), world.point()),
  arrange: (world, drawing) =>
    arrangeElements(drawing, idsOf(world, drawing), world.pick(arrangements) ?? "left"),
  resize: (world, drawing) => {
    const element = world.pick(world.elementsOf(drawing));
    if (element)
      resizeElement(drawing, element.id, {
        ...world.point(),
        width: 300,
        height: 100 + world.number(300),
      });
  },
  connect: (world, drawing) => {
    const elements = world.elementsOf(drawing);
    const ends = { from: world.pick(elements)?.id ?? "", to: world.pick(elements)?.id ?? "" };
    connectElements(drawing, ends, world.pick(waysBetween(drawing, ends)));
  },
  reconnect: (world, drawing) => {
    const elements = world.elementsOf(drawing);
    const ends = { from: world.pick(elements)?.id ?? "", to: world.pick(elements)?.id ?? "" };
    reconnectFlow(drawing, world.pick(flowsOf(world, drawing))?.id ?? "", ends);
  },
  remove: (world, drawing) => removeElements(drawing, idsOf(world, drawing)),
  removeAndReconnect: (world, drawing) => removeElements(drawing, idsOf(world, drawing), { reconnect: true }),
  removeFlow: (world, drawing) =>
    removeElements(drawing, [world.pick(flowsOf(world, drawing))?.id ?? "nothing"]),
  copy: (world, drawing) => {
    world.clipboard = copyAsText(drawing, idsOf(world, drawing)) ?? world.clipboard;
  },
  paste: (world, drawing) => {
    const loop = world.pick(world.elementsOf(drawing).filter(({ kind }) => kind === "loop"));
    const parent = loop && world.isLucky() ? loop.id : drawing.microflow;
    pasteText(drawing, world.clipboard, { parent, at: world.point() });
  },
  pasteDamaged: (world, drawing) => {
    const at = world.number(Math.max(1, world.clipboard.length));
    const damaged = world.clipboard.slice(0, at) + world.text() + world.clipboard.slice(at + 1);
    pasteText(drawing, damaged, { parent: drawing.microflow, at: world.point() });
  },
  duplicate: (world, drawing) => duplicateElements(drawing, idsOf(world, drawing)),
  disable: (world, drawing) => setDisabled(drawing, idsOf(world, drawing), world.isLucky()),
  caption: (world, drawing) => {
    const element = world.pick(world.elementsOf(drawing));
    if (element) setCaption(drawing, element.id, world.text());
  },
  renameVariable: (world, drawing) => {
    const { project, microflow } = drawing;
    const element = world.pick(world.elementsOf(drawing));
    const from = element && variableOf(project, microflow, element)?.name;
    const to = world.name();
    if (from === undefined || variableNameFault(project, { microflow, element: element?.id ?? "", name: to }))
      return;
    renameVariable(project, microflow, { from, to });
  },
  returnValue: (world, { project, microflow }) => {
    const element = world.pick(world.elementsOf({ project, microflow }));
    if (element)
      setReturnValue(project, microflow, { element, ends: world.some(endsOf(project, microflow)) });
  },
  outcome: (world, drawing) => {
    const flow = world.pick(flowsOf(world, drawing));
    const outcome = world.isLucky() ? "true" : "false";
    if (flow) takeOutcome(drawing.project, flow, { outcome, isTaken: world.isLucky() });
  },
  errorHandler: (world, drawing) => {
    const able = world.elementsOf(drawing).filter((each) => canHaveHandler(drawing.project, each));
    const element = world.pick(able);
    if (element) toggleErrorHandler(drawing, element);
  },
  markErrorHandler: (world, drawing) => {
    const flow = world.pick(flowsOf(world, drawing));
    if (flow) markErrorHandler(drawing.project, flow.id, world.isLucky());
  },
  dialog: (world, drawing) => {
    const element = world.pick(world.elementsOf(drawing));
    const field = element && world.pick(drawing.project.catalog.find(element.kind)?.fields ?? []);
    if (!element || !field) return;
    const fields = { ...element.fields, [field.name]: world.text() };
    saveElement(drawing.project, element, { element: { ...element, fields } });
  },
};

/** The edits of the canvas, each on a microflow that is drawn first. */
export const canvasEdits: Readonly<Record<string, (world: EditWorld) => void>> = Object.fromEntries(
  Object.entries(edits).map(([name, edit]) => [
    `canvas.${name}`,
    (world: EditWorld) => {
      const drawing = world.drawing();
      if (drawing) edit(world, drawing);
    },
  ]),
);
