import type { PageAction, WidgetRecord } from "@rivulet/model";
import { mayUse } from "../access/may-use.ts";
import { readWidgetField } from "../fields/field-values.ts";
import { widgetsIn } from "../page-tree.ts";
import type { ListView, MoreRows, RowView, WidgetView } from "../view/view.ts";
import { attributeOf, entityOfSource, sourceOf } from "../widget-scope.ts";
import { snippetArguments } from "./call-arguments.ts";
import type { DrawingParts, DrawnIn } from "./drawing-parts.ts";
import { drawInput } from "./form/draw-input.ts";
import { restOf } from "./lists/loaded-source.ts";
import { loadShown, pageSizeOf, readOn } from "./lists/shown-source.ts";
import { PageFailure } from "./page-failure.ts";
import { plainView } from "./plain-view.ts";
import type { ShownAction, ShownList } from "./shown-data.ts";
import type { Surroundings } from "./surroundings.ts";
import { widgetKey } from "./widget-key.ts";

/** Snippets in each other; one that is in itself ends here. */
const maximumDepth = 20;

const nothingEntity = "";

/** One drawing of a page: loads what it shows, and makes the texts that the browser gets. */
export class PageDrawing {
  readonly #parts: DrawingParts;

  constructor(parts: DrawingParts) {
    this.#parts = parts;
  }

  async children(parent: string, on: DrawnIn): Promise<WidgetView[]> {
    const views: WidgetView[] = [];
    for (const widget of widgetsIn(parent, this.#parts.ports.index))
      views.push(...(await this.#widget(widget, on)));
    return views;
  }

  /** More rows of a list that is shown, from a position on; one that is read page by page reads the next page where it ends. */
  async moreRows(key: string, from: number): Promise<MoreRows> {
    const { shown } = this.#parts;
    const list = await readOn(key, from, this.#parts);
    const { length } = list.loaded.objects;
    const to = Math.min(from + list.pageSize, length);
    const rows = await this.#rowsOf(list, from, to);
    shown.extents.set(key, Math.max(shown.extents.get(key) ?? 0, to));
    return { rows, rest: restOf(to, list.loaded) };
  }

  /** Rows of a list, from one position to another. */
  async #rowsOf(list: ShownList, from: number, to: number): Promise<RowView[]> {
    const { widget, loaded, entity, around, form, isEditable, depth, place } = list;
    const action = isEditable ? undefined : readWidgetField("action", widget.fields["onClick"]);
    const rows: RowView[] = [];
    for (const object of loaded.objects.slice(from, to)) {
      const inside = { ...around, context: { object, entity } };
      const key = this.#parts.shown.keep(place, object, inside);
      if (isRowAction(action)) this.#offer(widget, key, { action, around: inside, form: undefined });
      const children = await this.children(widget.id, {
        around: inside,
        object: key,
        form,
        isEditable,
        depth,
      });
      rows.push({ object: key, children });
    }
    return rows;
  }

  /** A widget; none where whoever looks may not see it. What cannot be shown stands there as a sentence. */
  async #widget(widget: WidgetRecord, on: DrawnIn): Promise<WidgetView[]> {
    try {
      if (sourceOf(widget)) return [await this.#dataWidget(widget, on)];
      if (attributeOf(widget) !== undefined) {
        const input = drawInput(widget, on, this.#parts);
        return input ? [input] : [];
      }
      if (widget.kind === "button" && !this.#offerButton(widget, on)) return [];
      if (widget.kind === "snippetCall") return [await this.#snippet(widget, on)];
      const view = plainView(widget, { ...on, ports: this.#parts.ports });
      return ["children" in view ? { ...view, children: await this.children(widget.id, on) } : view];
    } catch (error) {
      if (!(error instanceof PageFailure)) throw error;
      return [{ kind: "failure", id: widget.id, name: widget.name, message: error.message }];
    }
  }

  /** A button that whoever looks may not use is neither shown nor offered to him. */
  #offerButton(widget: WidgetRecord, { object, around, form }: DrawnIn): boolean {
    const { access, index } = this.#parts.ports;
    const action = readWidgetField("action", widget.fields["onClick"]);
    if (!action) return true;
    if (index.settings?.security.level !== "off" && !mayUse(action, access, index)) return false;
    this.#offer(widget, object, { action, around, form });
    return true;
  }

  #offer(widget: WidgetRecord, object: string | undefined, offered: Omit<ShownAction, "widget">): void {
    this.#parts.shown.actions.set(widgetKey(widget.id, object), { widget, ...offered });
  }

  /** The widgets of a snippet: they see its parameters, and nothing of what is around the call. */
  async #snippet(widget: WidgetRecord, on: DrawnIn): Promise<WidgetView> {
    const { ports, shown } = this.#parts;
    const { id, name } = widget;
    const call = readWidgetField("snippet", widget.fields["snippet"]);
    const snippet = call && ports.index.snippet(call.snippet);
    if (!snippet) throw new PageFailure(`${name} shows no snippet yet, or one that is gone.`);
    const depth = (on.depth ?? 0) + 1;
    if (depth > maximumDepth) throw new PageFailure(`${name} shows a snippet that shows itself.`);
    const parameters = snippetArguments(call, { around: on.around, ports });
    const around: Surroundings = { page: snippet, parameters, context: undefined };
    const object = shown.keepCall(widgetKey(widget.id, on.object), around);
    const { isEditable } = on;
    const children = await this.children(snippet.id, { around, object, form: undefined, isEditable, depth });
    return { kind: "snippet", id, name, children };
  }

  async #dataWidget(widget: WidgetRecord, on: DrawnIn): Promise<WidgetView> {
    const source = sourceOf(widget);
    if (!source) throw new PageFailure(`${widget.name} has no data source.`);
    const loaded = await loadShown({ source, widget, on }, this.#parts);
    const entity = entityOfSource(source, on.around.page, this.#parts.ports.index) ?? nothingEntity;
    const list = {
      widget,
      entity,
      around: on.around,
      place: widgetKey(widget.id, on.object),
      loaded,
      depth: on.depth ?? 0,
    };
    const allows = widget.fields["editable"] ?? (widget.kind === "listView" ? "never" : "default");
    const isEditable = on.isEditable && allows !== "never";
    if (widget.kind !== "dataView") return this.#list({ ...list, form: on.form, isEditable });
    return this.#oneObject({ ...list, form: on.form ?? widget.id, isEditable });
  }

  async #oneObject(list: Omit<ShownList, "pageSize">): Promise<WidgetView> {
    const { id, name, fields } = list.widget;
    const emptyText = readWidgetField("text", fields["emptyText"]) ?? "";
    const [object] = list.loaded.objects;
    if (!object) return { kind: "dataView", id, name, emptyText, children: undefined };
    this.#parts.changes.watch(object);
    const [row] = await this.#rowsOf({ ...list, pageSize: 1 }, 0, 1);
    return { kind: "dataView", id, name, emptyText, children: row?.children };
  }

  async #list(data: Omit<ShownList, "pageSize">): Promise<ListView> {
    const { id, name, fields } = data.widget;
    const { shown } = this.#parts;
    const { key } = data.loaded;
    const list: ShownList = { ...data, pageSize: pageSizeOf(data.widget) };
    const extent = shown.extentBefore(key);
    shown.lists.set(key, list);
    if (extent > 0) shown.extents.set(key, extent);
    const action = readWidgetField("action", fields["onClick"]);
    const rows = await this.#rowsOf(list, 0, Math.max(list.pageSize, extent));
    return {
      kind: "listView",
      id,
      name,
      emptyText: readWidgetField("text", fields["emptyText"]) ?? "",
      list: key,
      isClickable: isRowAction(action) && !list.isEditable,
      rows,
      rest: restOf(rows.length, list.loaded),
    };
  }
}

function isRowAction(action: PageAction | undefined): action is PageAction {
  return action !== undefined && action.kind !== "nothing";
}
