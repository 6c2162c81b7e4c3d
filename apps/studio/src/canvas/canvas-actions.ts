import type { ActivityDefinition } from "@rivulet/activities";
import { analyseMicroflow } from "@rivulet/checks";
import type { Transaction } from "@rivulet/document";
import { type ElementRecord, newRecordId, ProjectIndex, type ProjectRecord } from "@rivulet/model";
import { unreachable } from "@rivulet/values";
import { fillElement } from "../fields/fill-element.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { tabKey, useWorkspace } from "../workspace/workspace.ts";
import type { InsertionPlace } from "./canvas-editing.ts";
import { copyElements, readCopiedElements } from "./clipboard/copied-elements.ts";
import { pasteElements } from "./clipboard/paste-elements.ts";
import { type DropTarget, dropTarget } from "./drop-target.ts";
import { type Arrangement, arrange } from "./editing/arrange.ts";
import { connectionFault, flowsFrom, flowsTo } from "./editing/connection-rules.ts";
import {
  addElement,
  addToLoop,
  appendTo,
  connect,
  deleteAndReconnect,
  deleteRecords,
  insertOnFlow,
  type Move,
  moveElements,
  moveOntoFlow,
  openEnds,
} from "./editing/edit-flow.ts";
import { growLoop, place, positionOf } from "./editing/placement.ts";
import { formOf, type Point, type Size, sizesOfForms } from "./geometry.ts";
import { newElement, withSuggestedNames } from "./new-element.ts";

/** What can be done on the canvas of one microflow. Each change is one step that can be undone. */
export class CanvasActions {
  readonly #project: StudioProject;
  readonly #microflow: string;

  constructor(project: StudioProject, microflow: string) {
    this.#project = project;
    this.#microflow = microflow;
  }

  /** Elements whose flow should go on but does not, in the microflow and all its loops. */
  openEnds(): Set<string> {
    const ends = new Set<string>();
    const { catalog, index } = this.#project;
    const visit = (parent: string) => {
      const records = index.children(parent);
      const left = new Set(
        records.flatMap((record) => (record.type === "sequenceFlow" ? [record.from] : [])),
      );
      for (const record of records) {
        if (record.type !== "element") continue;
        if (!left.has(record.id) && catalog.find(record.kind)?.outcomes.kind === "next") ends.add(record.id);
        visit(record.id);
      }
    };
    visit(this.#microflow);
    return ends;
  }

  /** Where something that is let go at a point would go. */
  target(point: Point, ignored?: ReadonlySet<string>): DropTarget {
    const parts = { point, openEnds: this.openEnds(), ...(ignored ? { ignored } : {}) };
    return dropTarget(this.#project.index, this.#microflow, parts);
  }

  /** Puts a new activity where it was dropped, fills what can be told, selects it, and gives its id. */
  add(kind: string, target: DropTarget): string | undefined {
    const { catalog, store } = this.#project;
    const definition = catalog.find(kind);
    if (!definition) return undefined;
    const parent = target.kind === "loop" ? target.loop : this.#microflow;
    const element = newElement(definition, parent);
    store.transact(`Add ${definition.label.toLowerCase()}`, (transaction) => {
      this.#put(transaction, { element, definition, target });
      const added = transaction.get(element.id);
      if (added?.type === "element") transaction.put(this.#proposed(transaction, added));
    });
    this.select([element.id]);
    return element.id;
  }

  /** Puts a new activity at a place that was chosen by keys or from a list. */
  insert(kind: string, where: InsertionPlace): string | undefined {
    const at = { x: 0, y: 0 };
    switch (where.kind) {
      case "flow":
        return this.add(kind, { kind: "flow", flow: where.flow, at });
      case "after":
        return this.add(kind, { kind: "after", element: where.element, at });
      case "loop":
        return this.add(kind, { kind: "loop", loop: where.loop, corner: at, at: { x: 120, y: 110 } });
      case "canvas":
        return this.add(kind, { kind: "canvas", at: where.at });
      default:
        return unreachable(where);
    }
  }

  #put(
    transaction: Transaction,
    parts: {
      readonly element: ElementRecord;
      readonly definition: ActivityDefinition;
      readonly target: DropTarget;
    },
  ): void {
    const { element, definition, target } = parts;
    const leaves = definition.outcomes.kind;
    const { width, height } = sizesOfForms[formOf(element.kind)];
    const corner = { x: target.at.x - width / 2, y: target.at.y - height / 2 };
    if (target.kind === "flow" && leaves !== "none" && leaves !== "end") {
      insertOnFlow(transaction, target.flow, element);
    } else if (target.kind === "after" && leaves !== "none") appendTo(transaction, target.element, element);
    else if (target.kind === "loop" && isAllowedInLoop(definition)) {
      const inside = { x: corner.x - target.corner.x, y: corner.y - target.corner.y };
      const open = openEnds(transaction, this.#project.catalog, target.loop);
      if (leaves !== "none" && open.length <= 1)
        addToLoop(transaction, this.#project.catalog, target.loop, element);
      else addElement(transaction, element, inside);
    } else addElement(transaction, { ...element, parent: this.#microflow }, corner);
  }

  /** The element with what follows from where it stands: objects and lists by type, then names. */
  #proposed(transaction: Transaction, element: ElementRecord): ElementRecord {
    const { connectorRecords } = this.#project;
    const index = new ProjectIndex(
      new Map([
        ...connectorRecords,
        ...Array.from(transaction.records(), (record) => [record.id, record] as const),
      ]),
    );
    const around = { index, microflow: this.#microflow };
    const isJoined = element.parent !== this.#microflow || flowsTo(transaction, element.id).length > 0;
    const filled = isJoined ? fillElement(this.#project, index, { element, ...around }) : element;
    return withSuggestedNames(this.#project, filled, around);
  }

  /** Lets dragged elements go: moves them, and puts a single free one into the flow under it or behind an open end. */
  drop(moves: readonly Move[], target: DropTarget | undefined): void {
    const label = moves.length === 1 ? "Move activity" : `Move ${moves.length} activities`;
    this.#project.store.transact(label, (transaction) => {
      moveElements(transaction, moves);
      const [only] = moves;
      const isFree =
        moves.length === 1 &&
        only !== undefined &&
        flowsFrom(transaction, only.id).length === 0 &&
        flowsTo(transaction, only.id).length === 0;
      if (isFree && target?.kind === "flow") moveOntoFlow(transaction, target.flow, only.id);
      if (isFree && target?.kind === "after")
        connect(transaction, this.#project.catalog, { from: target.element, to: only.id });
    });
  }

  /** Joins two elements; returns why that cannot be. */
  connect(from: string, to: string): string | undefined {
    let fault: string | undefined;
    if (this.#joinsAnnotation(from, to)) return this.#annotate(from, to);
    const source = this.#project.record(from);
    const leaves =
      source?.type === "element" ? this.#project.catalog.find(source.kind)?.outcomes.kind : undefined;
    this.#project.store.transact("Draw sequence flow", (transaction) => {
      const outcomes = leaves === "byExpression" ? this.#freeOutcome(from) : undefined;
      fault = connect(transaction, this.#project.catalog, { from, to, ...(outcomes ? { outcomes } : {}) });
    });
    return fault;
  }

  #joinsAnnotation(from: string, to: string): boolean {
    return [from, to].some((id) => {
      const record = this.#project.record(id);
      return record?.type === "element" && record.kind === "annotation";
    });
  }

  #annotate(from: string, to: string): string | undefined {
    const source = this.#project.record(from);
    const target = this.#project.record(to);
    if (source?.type !== "element" || target?.type !== "element" || from === to) return undefined;
    if (source.parent !== target.parent) return "A note and what it is about have to be in the same loop.";
    const { parent } = source;
    this.#project.store.transact("Join annotation", (transaction) =>
      transaction.add({ id: newRecordId(), type: "annotationFlow", parent, from, to }),
    );
    return undefined;
  }

  /** Why two elements cannot be joined; `undefined` when they can. */
  connectionFault(from: string, to: string): string | undefined {
    if (this.#joinsAnnotation(from, to)) return undefined;
    const { records } = this.#project.store;
    const view = { get: (id: string) => records.get(id), records: () => records.values() };
    return connectionFault(view, this.#project.catalog, { from, to });
  }

  /** Leads a flow from and to other elements; returns why that cannot be. */
  reconnect(flow: string, from: string, to: string): string | undefined {
    const present = this.#project.record(flow);
    if (present?.type !== "sequenceFlow") return undefined;
    if (present.from === from && present.to === to) return undefined;
    const fault = this.connectionFault(from, to);
    if (fault !== undefined) return fault;
    this.#project.store.transact("Reconnect sequence flow", (transaction) => {
      const isOwnFlow = present.from === from;
      transaction.update("sequenceFlow", flow, { from, to, ...(isOwnFlow ? {} : { outcomes: undefined }) });
    });
    return undefined;
  }

  /** Gives a loop or a note another size. */
  resize(id: string, size: Size): void {
    this.#project.store.transact("Resize", (transaction) => {
      place(transaction, id, { ...positionOf(transaction, id), ...size });
    });
  }

  /** The first of true and false that no flow of a decision has yet. */
  #freeOutcome(decision: string): string[] {
    const taken = new Set<string>();
    for (const record of this.#project.store.records.values()) {
      if (record.type === "sequenceFlow" && record.from === decision)
        record.outcomes?.forEach((one) => taken.add(one));
    }
    const free = ["true", "false"].find((outcome) => !taken.has(outcome));
    return free === undefined ? [] : [free];
  }

  /** Deletes records; with `reconnect`, what led to a deleted element then leads to what followed it. */
  remove(ids: readonly string[], { reconnect = false } = {}): void {
    const removable = ids.filter((id) => !isStart(this.#project.record(id)));
    if (removable.length === 0) return;
    const label = removable.length === 1 ? "Delete" : `Delete ${removable.length} elements`;
    this.#project.store.transact(label, (transaction) => {
      if (reconnect) deleteAndReconnect(transaction, removable);
      else deleteRecords(transaction, removable);
    });
    this.select([]);
  }

  /** Reads the document as an edit would see it; nothing changes. */
  read(look: (transaction: Transaction) => void): void {
    this.#project.store.transact("Look", look);
  }

  /** Moves elements, those of a moved loop with it. */
  moveBy(ids: readonly string[], by: Point): void {
    const moved = new Set(ids);
    this.#project.store.transact(
      "Move",
      (transaction) => {
        for (const id of ids) {
          const element = transaction.get(id);
          if (element?.type !== "element" || moved.has(element.parent)) continue;
          const { x, y } = positionOf(transaction, id);
          place(transaction, id, { x: x + by.x, y: y + by.y });
          growLoop(transaction, element.parent);
        }
      },
      { mergeKey: `move ${ids.join(" ")}` },
    );
  }

  /** Aligns or distributes elements. */
  arrange(ids: readonly string[], arrangement: Arrangement): void {
    this.#project.store.transact("Arrange", (transaction) => {
      const elements = ids.filter((id) => transaction.get(id)?.type === "element");
      arrange(transaction, elements, arrangement);
    });
  }

  /** Lets a run pass over elements, or no longer. */
  setDisabled(ids: readonly string[], isDisabled: boolean): void {
    this.#project.store.transact(isDisabled ? "Disable" : "Enable", (transaction) => {
      for (const id of ids) transaction.update("element", id, { isDisabled: isDisabled || undefined });
    });
  }

  /** The selection as text for the clipboard; `undefined` when there is nothing to copy. */
  copy(ids: readonly string[]): string | undefined {
    return copyElements(this.#project.store.records, ids);
  }

  /** Puts text from the clipboard on the canvas and selects what came; returns why that cannot be. */
  paste(text: string, { parent, at }: { readonly parent: string; readonly at: Point }): string | undefined {
    const read = readCopiedElements(text);
    if (read.kind === "refused") return read.message;
    const { catalog, index, store } = this.#project;
    const record = this.#project.record(this.#microflow);
    if (record?.type !== "microflow") return undefined;
    const taken = new Set(analyseMicroflow(record, { index, catalog }).variables.map(({ name }) => name));
    const target = { microflow: this.#microflow, parent, at, catalog, index, taken };
    let pasted: string[] = [];
    const count = read.copied.elements.length;
    store.transact(count === 1 ? "Paste" : `Paste ${count} elements`, (transaction) => {
      pasted = pasteElements(transaction, read.copied, target);
    });
    if (pasted.length === 0) return "Nothing of what was copied may stand here.";
    this.select(pasted);
    return undefined;
  }

  /** Copies elements to a place beside them. */
  duplicate(ids: readonly string[]): void {
    const text = this.copy(ids);
    const first = ids.map((id) => this.#project.record(id)).find((record) => record?.type === "element");
    if (text === undefined || first?.type !== "element") return;
    let corner: Point = { x: 0, y: 0 };
    this.read((transaction) => {
      const places = ids
        .filter((id) => transaction.get(id)?.type === "element")
        .map((id) => positionOf(transaction, id));
      corner = { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
    });
    this.paste(text, { parent: first.parent, at: { x: corner.x + 28, y: corner.y + 96 } });
  }

  /** Gives an element a caption of its own; without text it is called by its kind again. */
  setCaption(id: string, caption: string): void {
    this.#project.store.transact("Edit caption", (transaction) =>
      transaction.update("element", id, { caption: caption.trim() === "" ? undefined : caption.trim() }),
    );
  }

  /** Selects records of this microflow. */
  select(records: readonly string[]): void {
    useWorkspace.getState().select(tabKey({ kind: "microflow", id: this.#microflow }), records);
  }
}

function isAllowedInLoop({ allowedIn }: ActivityDefinition): boolean {
  return allowedIn.includes("loop");
}

function isStart(record: ProjectRecord | undefined): boolean {
  return record?.type === "element" && record.kind === "start";
}
