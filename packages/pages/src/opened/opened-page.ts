import type { PageAction, PageRecord, WidgetRecord } from "@rivulet/model";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import { readWidgetField } from "../fields/field-values.ts";
import type { PageView, RowView } from "../view/view.ts";
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
  readonly page: PageRecord;
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
    const present = [...shown.objects.values()].map(({ object }) => object);
    changes.forgetOthers(new Set([...present, ...Object.values(parameters)]));
    return { page: name, opening: this.key, title: page.title, layout: page.layout, widgets };
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
    const context = objectKey === undefined ? undefined : this.#shown.objects.get(objectKey);
    if (!action || (objectKey !== undefined && !context))
      throw new PageFailure("This is no longer on the page. Load the page again.");
    const { page, parameters } = this;
    return { action, around: { page, parameters, context } };
  }

  /** The data widget that showed an object, to which a click on it or inside it belongs. */
  dataWidgetOf(objectKey: string): string | undefined {
    return this.#shown.objects.get(objectKey)?.dataWidget;
  }
}
