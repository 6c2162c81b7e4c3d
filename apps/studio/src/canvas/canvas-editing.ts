import type { ElementRecord } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";
import type { CanvasActions } from "./canvas-actions.ts";
import { type PlacedElement, placedElements } from "./drop-target.ts";
import { openEnds } from "./editing/edit-flow.ts";
import type { Point } from "./geometry.ts";
import { type Direction, neighbourOf, unitOf } from "./neighbour.ts";
import { endsOf, variableOf } from "./return-value.ts";

/** What the canvas shows for a moment; the component behind it draws it. */
export interface CanvasView {
  readonly openDialog: (element: string) => void;
  readonly openRename: (element: ElementRecord, what: "variable" | "caption") => void;
  /** The list of activities, for a place in the sequence. */
  readonly openQuickAdd: (place: InsertionPlace) => void;
  /** Brings a point of the canvas on the screen when it is not there. */
  readonly reveal: (placed: PlacedElement) => void;
  readonly zoom: (by: number | "full") => void;
  readonly fit: () => void;
}

/** Where a new activity goes that is chosen from a list. */
export type InsertionPlace =
  | { readonly kind: "flow"; readonly flow: string }
  | { readonly kind: "after"; readonly element: string }
  | { readonly kind: "loop"; readonly loop: string }
  | { readonly kind: "canvas"; readonly at: Point };

const step = 20;

/** What a person does with keys and menus on the canvas. Made anew for each selection; holds no state. */
export class CanvasEditing {
  readonly #project: StudioProject;
  readonly #actions: CanvasActions;
  readonly #view: CanvasView;
  readonly microflow: string;
  readonly selected: readonly string[];

  constructor(parts: {
    readonly project: StudioProject;
    readonly actions: CanvasActions;
    readonly view: CanvasView;
    readonly microflow: string;
    readonly selected: readonly string[];
  }) {
    this.#project = parts.project;
    this.#actions = parts.actions;
    this.#view = parts.view;
    this.microflow = parts.microflow;
    this.selected = parts.selected;
  }

  /** The only selected element. */
  get element(): ElementRecord | undefined {
    const [id, ...others] = this.selected;
    const record = id === undefined || others.length > 0 ? undefined : this.#project.record(id);
    return record?.type === "element" ? record : undefined;
  }

  open(): boolean {
    const { element } = this;
    if (element) this.#view.openDialog(element.id);
    else if (this.#selectedFlow !== undefined) return this.insertBehind();
    return element !== undefined;
  }

  renameResult(): boolean {
    const { element } = this;
    if (!element || !variableOf(this.#project, this.microflow, element)) return false;
    this.#view.openRename(element, "variable");
    return true;
  }

  writeCaption(): boolean {
    const { element } = this;
    if (element) this.#view.openRename(element, "caption");
    return element !== undefined;
  }

  remove(options: { readonly reconnect?: boolean } = {}): void {
    this.#actions.remove(this.selected, options);
  }

  duplicate(): void {
    this.#actions.duplicate(this.selected);
  }

  selectAll(): void {
    this.#actions.select(this.#placed.map(({ id }) => id));
  }

  selectNothing(): boolean {
    if (this.selected.length === 0) return false;
    this.#actions.select([]);
    return true;
  }

  goToStart(): void {
    this.#choose(this.#placed.find(({ kind }) => kind === "start"));
  }

  /** Goes to the first end event, then to the next one. */
  goToEnd(): void {
    const ends = endsOf(this.#project, this.microflow).map(({ id }) => id);
    const next = ends[(ends.indexOf(this.selected[0] ?? "") + 1) % Math.max(1, ends.length)];
    this.#choose(this.#placed.find(({ id }) => id === next));
  }

  enterLoop(): boolean {
    const { element } = this;
    const inside = element ? this.#placed.filter(({ parent }) => parent === element.id) : [];
    const first = inside.toSorted((left, right) => left.box.x - right.box.x)[0];
    this.#choose(first);
    return first !== undefined;
  }

  leaveLoop(): boolean {
    const { element } = this;
    if (!element || element.parent === this.microflow) return false;
    this.#choose(this.#placed.find(({ id }) => id === element.parent));
    return true;
  }

  goTo(direction: Direction, options: { readonly extends: boolean }): boolean {
    const placed = this.#placed;
    const from = placed.find(({ id }) => id === this.selected.at(-1));
    const siblings = placed.filter(({ parent }) => parent === (from?.parent ?? this.microflow));
    const next = from ? neighbourOf(siblings, from, direction) : placed.find(({ kind }) => kind === "start");
    if (!next) return true;
    if (options.extends) this.#actions.select([...new Set([...this.selected, next.id])]);
    else this.#choose(next);
    return true;
  }

  move(direction: Direction): boolean {
    const { x, y } = unitOf[direction];
    this.#actions.moveBy(this.selected, { x: x * step, y: y * step });
    return true;
  }

  /** Opens the list of activities for the place behind the selection, or where the drawing goes on. */
  insertBehind(): boolean {
    const place = this.placeBehind();
    if (place) this.#view.openQuickAdd(place);
    return place !== undefined;
  }

  /** Where the drawing goes on: behind the selection, else at an open end, else before the end event. */
  placeBehind(): InsertionPlace | undefined {
    const flow = this.#selectedFlow;
    if (flow !== undefined) return { kind: "flow", flow };
    const { element } = this;
    const behind = element && this.#behind(element);
    if (behind) return behind;
    const open = this.#open(this.microflow);
    if (open !== undefined) return { kind: "after", element: open };
    const ends = new Set(endsOf(this.#project, this.microflow).map(({ id }) => id));
    const last = this.#flows(this.microflow).findLast(({ to }) => ends.has(to));
    return last && { kind: "flow", flow: last.id };
  }

  /** Where a new activity of a kind goes: into the selected loop, else where the drawing goes on. */
  placeFor(kind: string): InsertionPlace | undefined {
    const { catalog } = this.#project;
    const leaves = catalog.find(kind)?.outcomes.kind;
    if (leaves === "none") return undefined;
    const { element } = this;
    const isEmptyLoop =
      element !== undefined &&
      catalog.find(element.kind)?.hasBody === true &&
      !this.#placed.some(({ parent }) => parent === element.id);
    if (isEmptyLoop) return { kind: "loop", loop: element.id };
    const place = this.placeBehind();
    return leaves === "end" && place?.kind === "flow" ? undefined : place;
  }

  zoom(by: number | "full"): void {
    this.#view.zoom(by);
  }

  fit(): void {
    this.#view.fit();
  }

  get #placed(): PlacedElement[] {
    return placedElements(this.#project.index, this.microflow);
  }

  get #selectedFlow(): string | undefined {
    const [id] = this.selected;
    return this.selected.length === 1 && this.#project.record(id ?? "")?.type === "sequenceFlow"
      ? id
      : undefined;
  }

  #flows(parent: string) {
    return this.#project.index.children(parent).filter((record) => record.type === "sequenceFlow");
  }

  #behind(element: ElementRecord): InsertionPlace | undefined {
    const flow = this.#flows(element.parent).find(({ from }) => from === element.id);
    if (flow) return { kind: "flow", flow: flow.id };
    const leaves = this.#project.catalog.find(element.kind)?.outcomes.kind;
    if (leaves === "next" || leaves === "byExpression") return { kind: "after", element: element.id };
    const [leading] =
      leaves === "end" ? this.#flows(element.parent).filter(({ to }) => to === element.id) : [];
    return leading && { kind: "flow", flow: leading.id };
  }

  #open(parent: string): string | undefined {
    let open: string | undefined;
    this.#actions.read((transaction) => {
      open = openEnds(transaction, this.#project.catalog, parent).at(-1);
    });
    return open;
  }

  #choose(placed: PlacedElement | undefined): void {
    if (!placed) return;
    this.#actions.select([placed.id]);
    this.#view.reveal(placed);
  }
}
