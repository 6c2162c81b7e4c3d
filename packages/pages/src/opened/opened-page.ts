import type { PageAction, PageRecord, WidgetRecord } from "@rivulet/model";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import { readWidgetField } from "../fields/field-values.ts";
import { widgetsIn } from "../page-tree.ts";
import type { PageView, RowView, WidgetView } from "../view/view.ts";
import { entityOfSource, sourceOf } from "../widget-scope.ts";
import { loadSource } from "./load-source.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import { plainView } from "./plain-view.ts";
import type { ContextObject, Surroundings } from "./surroundings.ts";

/** A list that is shown, with all its objects. */
interface ShownList {
  readonly widget: WidgetRecord;
  readonly objects: readonly EntityObject[];
  readonly entity: QualifiedName;
  readonly pageSize: number;
}

/** An object that the browser knows by a key, and the data widget that shows it. */
interface ShownObject extends ContextObject {
  readonly dataWidget: string;
}

const nothingEntity = "";

/**
 * A page that somebody has open. The objects it shows stay here, under keys that mean nothing elsewhere; the browser
 * gets texts (see view.ts). Showing it again loads its data anew.
 */
export class OpenedPage {
  readonly key: string;
  readonly name: QualifiedName;
  readonly page: PageRecord;
  readonly parameters: Readonly<Record<string, EntityObject>>;
  #objects = new Map<string, ShownObject>();
  #lists = new Map<string, ShownList>();
  #keys = 0;

  constructor(key: string, { name, page, parameters }: Pick<OpenedPage, "name" | "page" | "parameters">) {
    this.key = key;
    this.name = name;
    this.page = page;
    this.parameters = parameters;
  }

  /** Loads the data of the page and shows it. What a widget cannot show stands in its place as a sentence. */
  async show(ports: PagePorts): Promise<PageView> {
    this.#objects = new Map();
    this.#lists = new Map();
    const { name, page, parameters } = this;
    const around: Surroundings = { page, parameters, context: undefined };
    const widgets = await this.#children(page.id, { around, object: undefined, ports });
    return { page: name, opening: this.key, title: page.title, layout: page.layout, widgets };
  }

  /** More rows of a list that is shown, from a position on. Throws {@link PageFailure} for one that is not. */
  async rows(key: string, from: number, ports: PagePorts): Promise<readonly RowView[]> {
    const list = this.#lists.get(key);
    if (!list) throw new PageFailure("This list is no longer shown. Load the page again.");
    return this.#rowsOf(list, from, ports);
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
    const context = objectKey === undefined ? undefined : this.#objects.get(objectKey);
    if (!action || (objectKey !== undefined && !context))
      throw new PageFailure("This is no longer on the page. Load the page again.");
    const { page, parameters } = this;
    return { action, around: { page, parameters, context } };
  }

  /** The data widget that showed an object, to which a click on it or inside it belongs. */
  dataWidgetOf(objectKey: string): string | undefined {
    return this.#objects.get(objectKey)?.dataWidget;
  }

  #keep(shown: ShownObject): string {
    this.#keys += 1;
    const key = `${this.key}.${this.#keys}`;
    this.#objects.set(key, shown);
    return key;
  }

  async #children(
    parent: string,
    on: { around: Surroundings; object: string | undefined; ports: PagePorts },
  ): Promise<WidgetView[]> {
    const views: WidgetView[] = [];
    for (const widget of widgetsIn(parent, on.ports.index)) views.push(await this.#widget(widget, on));
    return views;
  }

  async #widget(
    widget: WidgetRecord,
    on: { around: Surroundings; object: string | undefined; ports: PagePorts },
  ): Promise<WidgetView> {
    try {
      if (sourceOf(widget)) return await this.#dataWidget(widget, on);
      const view = plainView(widget, on);
      return "children" in view ? { ...view, children: await this.#children(widget.id, on) } : view;
    } catch (error) {
      if (!(error instanceof PageFailure)) throw error;
      return { kind: "failure", id: widget.id, name: widget.name, message: error.message };
    }
  }

  async #dataWidget(
    widget: WidgetRecord,
    { around, ports }: { around: Surroundings; ports: PagePorts },
  ): Promise<WidgetView> {
    const { id, name } = widget;
    const source = sourceOf(widget);
    if (!source) throw new PageFailure(`${name} has no data source.`);
    const objects = await loadSource(source, { around, ports });
    const entity = entityOfSource(source, this.page, ports.index) ?? nothingEntity;
    const emptyText = readWidgetField("text", widget.fields["emptyText"]) ?? "";
    if (widget.kind === "dataView") {
      const [object] = objects;
      if (!object) return { kind: "dataView", id, name, emptyText, children: undefined };
      const [row] = await this.#rowsOf({ widget, objects: [object], entity, pageSize: 1 }, 0, ports, around);
      return { kind: "dataView", id, name, emptyText, children: row?.children };
    }
    const pageSize = readWidgetField("number", widget.fields["pageSize"]) ?? 10;
    const list: ShownList = { widget, objects, entity, pageSize };
    const key = `${this.key}.l${this.#lists.size + 1}`;
    this.#lists.set(key, list);
    const action = readWidgetField("action", widget.fields["onClick"]);
    return {
      kind: "listView",
      id,
      name,
      emptyText,
      list: key,
      total: objects.length,
      isClickable: action !== undefined && action.kind !== "nothing",
      rows: await this.#rowsOf(list, 0, ports, around),
    };
  }

  async #rowsOf(
    { widget, objects, entity, pageSize }: ShownList,
    from: number,
    ports: PagePorts,
    around: Surroundings = { page: this.page, parameters: this.parameters, context: undefined },
  ): Promise<RowView[]> {
    const rows: RowView[] = [];
    for (const object of objects.slice(from, from + pageSize)) {
      const key = this.#keep({ object, entity, dataWidget: widget.id });
      const inside = { ...around, context: { object, entity } };
      rows.push({
        object: key,
        children: await this.#children(widget.id, { around: inside, object: key, ports }),
      });
    }
    return rows;
  }
}
