import type { ProjectRecord } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";
import { tabKey, useWorkspace } from "../workspace/workspace.ts";
import { type DropTarget, dropTarget } from "./drop-target.ts";
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
import { place, positionOf } from "./editing/placement.ts";
import { formOf, type Point, type Size, sizesOfForms } from "./geometry.ts";
import { newElement } from "./new-element.ts";

/** The type under which a dragged activity travels from the toolbox or the explorer; its data is the kind. */
export const draggedActivityType = "application/x-rivulet-activity";

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
      for (const record of index.children(parent)) {
        if (record.type !== "element") continue;
        const goesOn = index
          .children(parent)
          .some((other) => other.type === "sequenceFlow" && other.from === record.id);
        if (!goesOn && catalog.find(record.kind)?.outcomes.kind === "next") ends.add(record.id);
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

  /** Puts a new activity where it was dropped, selects it, and gives its id. */
  add(kind: string, target: DropTarget): string | undefined {
    const definition = this.#project.catalog.find(kind);
    if (!definition) return undefined;
    const parent = target.kind === "loop" ? target.loop : this.#microflow;
    const element = newElement(this.#project, definition, { microflow: this.#microflow, parent });
    const isInSequence = definition.outcomes.kind !== "none";
    const { width, height } = sizesOfForms[formOf(kind)];
    this.#project.store.transact(`Add ${definition.label.toLowerCase()}`, (transaction) => {
      if (target.kind === "flow" && isInSequence && definition.outcomes.kind !== "end") {
        insertOnFlow(transaction, target.flow, element);
      } else if (target.kind === "after" && isInSequence) appendTo(transaction, target.element, element);
      else if (target.kind === "loop") {
        const open = openEnds(transaction, this.#project.catalog, target.loop);
        if (isInSequence && open.length === 0)
          addToLoop(transaction, this.#project.catalog, target.loop, element);
        else addElement(transaction, element, { x: target.at.x - width / 2, y: target.at.y - height / 2 });
      } else {
        const at = target.kind === "canvas" ? target.at : { x: 0, y: 0 };
        addElement(transaction, element, { x: at.x - width / 2, y: at.y - height / 2 });
      }
    });
    this.select([element.id]);
    return element.id;
  }

  /** Lets dragged elements go: moves them, and puts a single free one into the flow under it. */
  drop(moves: readonly Move[], flow: string | undefined): void {
    const label = moves.length === 1 ? "Move activity" : `Move ${moves.length} activities`;
    this.#project.store.transact(label, (transaction) => {
      moveElements(transaction, moves);
      const [only] = moves;
      const isFree =
        moves.length === 1 &&
        only !== undefined &&
        flowsFrom(transaction, only.id).length === 0 &&
        flowsTo(transaction, only.id).length === 0;
      if (isFree && flow !== undefined) moveOntoFlow(transaction, flow, only.id);
    });
  }

  /** Joins two elements; returns why that cannot be. */
  connect(from: string, to: string): string | undefined {
    let fault: string | undefined;
    const source = this.#project.record(from);
    const leaves =
      source?.type === "element" ? this.#project.catalog.find(source.kind)?.outcomes.kind : undefined;
    this.#project.store.transact("Draw sequence flow", (transaction) => {
      const outcomes = leaves === "byExpression" ? this.#freeOutcome(from) : undefined;
      fault = connect(transaction, this.#project.catalog, { from, to, ...(outcomes ? { outcomes } : {}) });
    });
    return fault;
  }

  /** Why two elements cannot be joined; `undefined` when they can. */
  connectionFault(from: string, to: string): string | undefined {
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

  /** Selects records of this microflow. */
  select(records: readonly string[]): void {
    useWorkspace.getState().select(tabKey({ kind: "microflow", id: this.#microflow }), records);
  }
}

function isStart(record: ProjectRecord | undefined): boolean {
  return record?.type === "element" && record.kind === "start";
}
