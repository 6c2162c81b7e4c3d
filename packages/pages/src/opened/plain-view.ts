import type { WidgetRecord } from "@rivulet/model";
import { readWidgetField, type Template } from "../fields/field-values.ts";
import { expressionOf, formatOf } from "../formats/template-argument.ts";
import type { InputView } from "../view/inputs.ts";
import type { ButtonView, ImageView, WidgetView } from "../view/view.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import type { Surroundings } from "./surroundings.ts";

/** What stands around a widget without data of its own. */
export interface PlainSurroundings {
  readonly around: Surroundings;
  /** Key of the object around. */
  readonly object: string | undefined;
  readonly ports: PagePorts;
}

/** A text with the values of its arguments in their places. */
export function templateText(template: Template | undefined, { around, ports }: PlainSurroundings): string {
  if (!template) return "";
  return template.text.replaceAll(/\{(\d{1,3})\}/g, (placeholder, number: string) => {
    const argument = template.arguments[Number(number) - 1];
    if (argument === undefined) return placeholder;
    return ports.expressions.textOf(expressionOf(argument), around, formatOf(argument));
  });
}

/** The value of a choice; what is not among the choices is the first of them. */
function choice<Option extends string>(
  widget: WidgetRecord,
  field: string,
  options: readonly [Option, ...Option[]],
): Option {
  const value = widget.fields[field];
  return options.find((option) => option === value) ?? options[0];
}

function buttonView(widget: WidgetRecord, on: PlainSurroundings): ButtonView {
  const action = readWidgetField("action", widget.fields["onClick"]);
  const { confirmation, progress } = action?.kind === "callMicroflow" ? action : {};
  return {
    kind: "button",
    id: widget.id,
    name: widget.name,
    look: choice(widget, "look", ["default", "primary", "danger", "link"]),
    caption: templateText(readWidgetField("template", widget.fields["caption"]), on),
    ...(action?.kind === "openLink" && isWebAddress(action.address) ? { link: action.address } : {}),
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(progress === undefined ? {} : { progress }),
    ...(on.object === undefined ? {} : { object: on.object }),
  };
}

/** Whether an address can be opened from a page: nothing that runs as a script. */
export function isWebAddress(address: string): boolean {
  return /^(?:https?:|mailto:|tel:)/i.test(address);
}

type PlainView = Exclude<
  WidgetView,
  { readonly kind: "listView" | "snippet" | "dataView" | "failure" } | InputView
>;

function imageView(widget: WidgetRecord): ImageView {
  const picture = readWidgetField("picture", widget.fields["picture"]);
  if (!picture) throw new PageFailure(`${widget.name} has no picture yet.`);
  return {
    kind: "image",
    id: widget.id,
    name: widget.name,
    picture,
    alternative: readWidgetField("text", widget.fields["alternative"]) ?? "",
    size: choice(widget, "size", ["medium", "small", "large", "full"]),
  };
}

function parts(widget: WidgetRecord, field: string): number {
  return Math.min(Math.max(readWidgetField("number", widget.fields[field]) ?? 12, 1), 12);
}

/** How each kind of widget without data of its own is shown; one that holds others is still without them. */
const plainViews: Readonly<Record<string, (widget: WidgetRecord, on: PlainSurroundings) => PlainView>> = {
  container: (widget) => ({
    kind: "container",
    id: widget.id,
    name: widget.name,
    look: choice(widget, "look", ["column", "row", "card", "header"]),
    children: [],
  }),
  layoutGrid: (widget) => ({
    kind: "layoutGrid",
    id: widget.id,
    name: widget.name,
    gap: choice(widget, "gap", ["normal", "none", "small", "large"]),
    children: [],
  }),
  gridColumn: (widget) => ({
    kind: "gridColumn",
    id: widget.id,
    name: widget.name,
    parts: {
      phone: parts(widget, "phone"),
      tablet: parts(widget, "tablet"),
      desktop: parts(widget, "desktop"),
    },
    children: [],
  }),
  text: (widget, on) => ({
    kind: "text",
    id: widget.id,
    name: widget.name,
    render: choice(widget, "render", ["text", "paragraph", "h1", "h2", "h3", "h4", "h5", "h6"]),
    text: templateText(readWidgetField("template", widget.fields["content"]), on),
  }),
  label: (widget, on) => ({
    kind: "text",
    id: widget.id,
    name: widget.name,
    render: "label",
    text: templateText(readWidgetField("template", widget.fields["content"]), on),
  }),
  image: imageView,
  placeholder: ({ id, name }) => ({ kind: "placeholder", id, name }),
  regions: ({ id, name }) => ({ kind: "regions", id, name, children: [] }),
  region: (widget) => ({
    kind: "region",
    id: widget.id,
    name: widget.name,
    side: choice(widget, "side", ["center", "top", "left", "right", "bottom"]),
    children: [],
  }),
  menuBar: ({ id, name }) => ({ kind: "menu", id, name, look: "bar" }),
  navigationTree: ({ id, name }) => ({ kind: "menu", id, name, look: "tree" }),
  button: buttonView,
};

/** A widget without data of its own. Throws {@link PageFailure} when it cannot be shown. */
export function plainView(widget: WidgetRecord, on: PlainSurroundings): PlainView {
  const view = Object.hasOwn(plainViews, widget.kind) ? plainViews[widget.kind] : undefined;
  if (!view) throw new PageFailure(`${widget.name} cannot be shown: it is not set up yet.`);
  return view(widget, on);
}
