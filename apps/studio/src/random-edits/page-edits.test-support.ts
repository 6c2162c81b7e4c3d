import type { JsonValue, PageAction, PageRecord, WidgetRecord } from "@rivulet/model";
import { findWidget, type WidgetFieldKind, widgetDefinitions, widgetsIn } from "@rivulet/pages";
import { createDocument } from "../explorer/edit-documents.ts";
import { documentNameFault } from "../explorer/name-faults.ts";
import {
  addMenuItem,
  changeMenuItem,
  deleteMenuItem,
  putMenuItem,
  setApplicationTitle,
  setHomePage,
} from "../navigation/edit-navigation.ts";
import { indentPlace, outdentPlace, stepPlace } from "../navigation/menu-tree.ts";
import { copyWidgets } from "../pages/clipboard/copied-widget.ts";
import { duplicateWidgets, pasteWidgets } from "../pages/clipboard/paste-widget.ts";
import {
  addWidget,
  changePage,
  deleteWidgets,
  moveWidget,
  renameWidget,
  setWidgetField,
  stepWidget,
  widgetNameFault,
} from "../pages/edit-page.ts";
import { fillDataWidget } from "../pages/fill-widget.ts";
import { moveWidgets, stepWidgets } from "../pages/move-widgets.ts";
import { topmostWidgets } from "../pages/selection/widget-selection.ts";
import type { WidgetPlace } from "../pages/widget-place.ts";
import type { EditWorld } from "./edit-world.test-support.ts";

type PageEdit = (world: EditWorld) => void;

const nameOf = (world: EditWorld, type: "page" | "microflow" | "entity" | "snippet") => {
  const record = world.one(type);
  return (record && world.project.index.qualifiedNameOf(record)) ?? "Nowhere.Nothing";
};

/** Somewhere in a page: beside or in a widget, at the end of the page, or where nothing can stand. */
function place(world: EditWorld): WidgetPlace | undefined {
  const parent = world.pick<PageRecord | WidgetRecord>([...world.all("page"), ...world.all("widget")]);
  if (!parent) return undefined;
  const before = world.isLucky() ? world.pick(widgetsIn(parent.id, world.project.index)) : undefined;
  return { parent: parent.id, before: before?.id };
}

/** Widgets that are selected together. */
function several(world: EditWorld): readonly WidgetRecord[] {
  const ids = Array.from({ length: 3 }, () => world.one("widget")?.id ?? "");
  return topmostWidgets(ids, world.project.index);
}

function action(world: EditWorld): PageAction {
  const actions: readonly PageAction[] = [
    { kind: "nothing" },
    { kind: "closePage" },
    { kind: "showPage", page: nameOf(world, "page"), arguments: { Order: world.text() } },
    { kind: "callMicroflow", microflow: nameOf(world, "microflow"), confirmation: world.text() },
    { kind: "createObject", entity: nameOf(world, "entity"), page: nameOf(world, "page") },
    { kind: "saveChanges", staysOpen: world.isLucky() },
    { kind: "cancelChanges" },
    { kind: "openLink", address: world.text() },
  ];
  return world.pick(actions) ?? { kind: "nothing" };
}

const templateArguments: JsonValue[] = [
  "$currentObject/Total",
  "",
  { expression: "$currentObject/Total", format: { kind: "number", decimals: 2, groups: true } },
];

/** What the editor of each kind of field writes. */
const fieldValues: { readonly [Kind in WidgetFieldKind]: (world: EditWorld) => JsonValue } = {
  text: (world) => world.text(),
  number: (world) => world.number(100),
  choice: (world) => world.text(),
  boolean: (world) => world.isLucky(),
  attribute: (world) => world.name(),
  condition: (world) => world.text(),
  template: (world) => ({ text: `{1} ${world.text()}`, arguments: world.some(templateArguments) }),
  numberFormat: (world) => ({ kind: "number", decimals: world.number(30), groups: world.isLucky() }),
  datePattern: (world) => world.text(),
  dataSource: (world) =>
    world.isLucky()
      ? { kind: "microflow", microflow: nameOf(world, "microflow"), arguments: { Order: world.text() } }
      : { kind: "parameter", parameter: world.name() },
  picture: () => ({ kind: "icon", icon: "table" }),
  snippet: (world) => ({ snippet: nameOf(world, "snippet"), arguments: { Order: world.text() } }),
  action: (world) => action(world) as unknown as JsonValue,
};

const pages: Readonly<Record<string, PageEdit>> = {
  create: (world) => {
    const module = world.one("module");
    const name = world.name();
    if (!module || documentNameFault(world.project.index, { name, module })) return;
    const template = world.pick(["blank", "list", "form"] as const) ?? "blank";
    createDocument(world.project.store, { what: "page", name, module, folder: undefined, template });
  },
  change: (world) => {
    const page = world.one("page");
    const changes = [
      { title: world.text() },
      { layout: world.pick(["sidebar", "topBar", "popup"] as const) },
      { visibleFor: world.some(["Clerk", "Nobody"]) },
      { documentation: world.isLucky() ? world.text() : undefined },
    ];
    const chosen = world.pick(changes) ?? {};
    if (page) changePage(world.project.store, page, { label: Object.keys(chosen).join(), changes: chosen });
  },
  addWidget: (world) => {
    const at = place(world);
    const kind = world.pick(widgetDefinitions)?.kind;
    if (at && kind !== undefined) addWidget(world.project, kind, at);
  },
  moveWidget: (world) => {
    const at = place(world);
    const widget = world.one("widget");
    if (at && widget) moveWidget(world.project, widget.id, at);
  },
  stepWidget: (world) => {
    const widget = world.one("widget");
    if (widget)
      stepWidget(world.project, widget.id, world.pick(["up", "down", "into", "out"] as const) ?? "up");
  },
  moveSeveral: (world) => {
    const at = place(world);
    const widgets = several(world);
    if (at) moveWidgets(world.project, widgets, at);
    stepWidgets(world.project, widgets, world.pick(["up", "down", "into", "out"] as const) ?? "up");
  },
  copySeveral: (world) => {
    const at = place(world);
    const text = copyWidgets(several(world), world.project.index);
    if (at && text !== undefined) pasteWidgets(world.project, text, at);
  },
  duplicateWidget: (world) => {
    const widget = world.one("widget");
    if (widget) duplicateWidgets(world.project, [widget]);
  },
  pasteWidget: (world) => {
    const [at, widget] = [place(world), world.one("widget")];
    const text = widget && copyWidgets([widget], world.project.index);
    if (at && text !== undefined) pasteWidgets(world.project, text, at);
  },
  deleteWidgets: (world) => {
    const ids = world.some(world.all("widget")).map(({ id }) => id);
    deleteWidgets(world.project.store, ids);
  },
  renameWidget: (world) => {
    const widget = world.one("widget");
    const name = world.name();
    if (!widget || widgetNameFault(world.project.index, widget, name) !== undefined) return;
    renameWidget(world.project.store, widget, name);
  },
  setField: (world) => {
    const widget = world.one("widget");
    const field = widget && world.pick(findWidget(widget.kind)?.fields ?? []);
    if (!widget || !field) return;
    const value = world.number(4) === 0 ? undefined : fieldValues[field.kind](world);
    setWidgetField(world.project.store, widget, { field, value });
  },
  fillListView: (world) => {
    const list = world.pick(world.all("widget").filter(({ kind }) => kind === "listView"));
    if (list) fillDataWidget(world.project, list, nameOf(world, "entity"));
  },
};

const menuOf = ({ project }: EditWorld) => project.index.settings?.navigation?.menu ?? [];

const navigation: Readonly<Record<string, PageEdit>> = {
  title: (world) => setApplicationTitle(world.project.store, world.text()),
  homePage: (world) => setHomePage(world.project.store, world.isLucky() ? nameOf(world, "page") : undefined),
  addItem: (world) => void addMenuItem(world.project.store),
  changeItem: (world) => {
    const item = world.pick(menuOf(world));
    const parent = world.pick(menuOf(world))?.id;
    const changes = [
      { caption: world.text() },
      { icon: world.isLucky() ? "table" : undefined },
      { action: world.isLucky() ? action(world) : undefined },
      { parent: world.isLucky() && parent !== item?.id ? parent : undefined },
    ];
    if (item) changeMenuItem(world.project.store, item, world.pick(changes) ?? {});
  },
  moveItem: (world) => {
    const item = world.pick(menuOf(world));
    const menu = menuOf(world);
    if (!item) return;
    const places = [
      stepPlace(menu, item, 1),
      stepPlace(menu, item, -1),
      indentPlace(menu, item),
      outdentPlace(menu, item),
      { parent: world.pick(menu)?.id, before: world.pick(menu)?.id },
    ];
    const to = world.pick(places);
    if (to) putMenuItem(world.project.store, item, to);
  },
  deleteItem: (world) => {
    const item = world.pick(menuOf(world));
    if (item) deleteMenuItem(world.project.store, item);
  },
};

/** What the editors of pages and of the navigation do to a project. */
export const pageEdits: Readonly<Record<string, PageEdit>> = Object.fromEntries(
  Object.entries({ pages, navigation }).flatMap(([area, edits]) =>
    Object.entries(edits).map(([name, edit]) => [`${area}.${name}`, edit]),
  ),
);
