import type { PageAction, ProjectIndex, WidgetDocument, WidgetRecord } from "@rivulet/model";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import { readWidgetField } from "../fields/field-values.ts";
import type { PageView, RowView } from "../view/view.ts";
import { sourceOf } from "../widget-scope.ts";
import { PageForm } from "./form/page-form.ts";
import { PageDrawing } from "./page-drawing.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import { ShownData } from "./shown-data.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * A page that somebody has open. The objects it shows stay here, under keys that mean nothing elsewhere; the browser
 * gets texts (see view.ts).
 */
export class OpenedPage {
  readonly key: string;
  readonly name: QualifiedName;
  readonly page: WidgetDocument;
  readonly parameters: Readonly<Record<string, EntityObject>>;
  /** What is typed into it. */
  readonly form = new PageForm();
  #shown: ShownData;

  constructor(key: string, { name, page, parameters }: Pick<OpenedPage, "name" | "page" | "parameters">) {
    this.key = key;
    this.name = name;
    this.page = page;
    this.parameters = parameters;
    this.#shown = new ShownData(key);
    for (const object of Object.values(parameters)) this.form.changes.watch(object);
  }

  /** How many objects it holds in memory, roughly. */
  get weight(): number {
    return [...this.#shown.sources.values()].reduce((sum, { objects }) => sum + objects.length, 1);
  }

  /** Loads the data of the page and shows it. What a widget cannot show stands in its place as a sentence. */
  show(ports: PagePorts): Promise<PageView> {
    return this.#draw(ports, true);
  }

  /** Shows the page with the data that it has: after something was typed into it. */
  redraw(ports: PagePorts): Promise<PageView> {
    return this.#draw(ports, false);
  }

  async #draw(ports: PagePorts, isReload: boolean): Promise<PageView> {
    const shown = new ShownData(this.key, this.#shown);
    const { changes, faults } = this.form;
    const drawing = new PageDrawing({ ports, shown, changes, faults, isReload });
    const { name, page, parameters } = this;
    const around: Surroundings = { page, parameters, context: undefined };
    const nowhere = { around, object: undefined, form: undefined, isEditable: true };
    const widgets = await drawing.children(page.id, nowhere);
    shown.finish();
    this.#shown = shown;
    const present = [...shown.places.values()].flatMap(({ around: { context, parameters: given } }) => [
      ...(context ? [context.object] : []),
      ...Object.values(given),
    ]);
    changes.forgetOthers(new Set([...present, ...Object.values(parameters)]));
    const { title, layout } = page.type === "page" ? page : { title: "", layout: "" };
    return { page: name, opening: this.key, title, layout, widgets };
  }

  /** More rows of a list that is shown, from a position on. Throws {@link PageFailure} for one that is not. */
  async rows(key: string, from: number, ports: PagePorts): Promise<readonly RowView[]> {
    const shown = this.#shown;
    const list = shown.lists.get(key);
    if (!list) throw new PageFailure("This list is no longer shown. Load the page again.");
    const { changes, faults } = this.form;
    const to = from + list.pageSize;
    const rows = await new PageDrawing({ ports, shown, changes, faults, isReload: false }).rowsOf(
      list,
      from,
      to,
    );
    list.shown = Math.max(list.shown, Math.min(to, list.objects.length));
    return rows;
  }

  /** The inputs that are shown, by their keys. */
  get inputs(): ShownData["inputs"] {
    return this.#shown.inputs;
  }

  /**
   * What a click on a widget does, and what stands around it. Throws {@link PageFailure} for a widget that is not in
   * this page, or that was not shown for this object.
   */
  actionOf(
    widget: WidgetRecord,
    objectKey: string | undefined,
  ): { action: PageAction; around: Surroundings } {
    const action = readWidgetField("action", widget.fields["onClick"]);
    const { page, parameters } = this;
    const around =
      objectKey === undefined
        ? { page, parameters, context: undefined }
        : this.#shown.places.get(objectKey)?.around;
    if (!action || !around) throw new PageFailure(goneFromPage);
    return { action, around };
  }

  /**
   * A click names what its own data widget or snippet showed: nothing else of the page reaches its action.
   *
   * @throws {PageFailure} for any other object, and for a widget that is not in this page
   */
  assertShown(widget: WidgetRecord, objectKey: string | undefined, { index }: PagePorts): void {
    const owner = objectKey === undefined ? this.page.id : this.#shown.places.get(objectKey)?.owner;
    const holder = ownerOf(widget, index);
    if (owner === undefined || (owner !== holder && (objectKey === undefined || owner !== widget.id)))
      throw new PageFailure(goneFromPage);
  }
}

const goneFromPage = "This is no longer on the page. Load the page again.";

/** What gives a widget the object around it: the nearest data widget, else the document that it stands in. */
function ownerOf(widget: WidgetRecord, index: ProjectIndex): string | undefined {
  let parent = index.records.get(widget.parent);
  for (let steps = 0; parent?.type === "widget" && steps < index.records.size; steps += 1) {
    if (sourceOf(parent)) return parent.id;
    parent = index.records.get(parent.parent);
  }
  return parent?.id;
}
