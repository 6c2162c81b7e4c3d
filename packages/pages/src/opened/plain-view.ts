import type { WidgetRecord } from "@rivulet/model";
import { readWidgetField, type Template } from "../fields/field-values.ts";
import type { ButtonView, ContainerView, TextView } from "../view/view.ts";
import { PageFailure } from "./page-failure.ts";
import type { PagePorts } from "./page-ports.ts";
import type { Surroundings } from "./surroundings.ts";

interface PlainSurroundings {
  readonly around: Surroundings;
  /** Key of the object around. */
  readonly object: string | undefined;
  readonly ports: PagePorts;
}

function templateText(template: Template | undefined, { around, ports }: PlainSurroundings): string {
  if (!template) return "";
  return template.text.replaceAll(/\{(\d{1,3})\}/g, (placeholder, number: string) => {
    const expression = template.arguments[Number(number) - 1];
    return expression === undefined ? placeholder : ports.expressions.textOf(expression, around);
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
  const confirmation = action?.kind === "callMicroflow" ? action.confirmation : undefined;
  return {
    kind: "button",
    id: widget.id,
    name: widget.name,
    look: choice(widget, "look", ["default", "primary", "danger", "link"]),
    caption: templateText(readWidgetField("template", widget.fields["caption"]), on),
    ...(action?.kind === "openLink" && isWebAddress(action.address) ? { link: action.address } : {}),
    ...(confirmation === undefined ? {} : { confirmation }),
    ...(on.object === undefined ? {} : { object: on.object }),
  };
}

/** Whether an address can be opened from a page: nothing that runs as a script. */
export function isWebAddress(address: string): boolean {
  return /^(?:https?:|mailto:|tel:)/i.test(address);
}

/** A widget without data of its own; a container still without what is in it. */
export function plainView(
  widget: WidgetRecord,
  on: PlainSurroundings,
): ContainerView | TextView | ButtonView {
  const { id, name } = widget;
  switch (widget.kind) {
    case "container":
      return {
        kind: "container",
        id,
        name,
        look: choice(widget, "look", ["column", "row", "card", "header"]),
        children: [],
      };
    case "text":
      return {
        kind: "text",
        id,
        name,
        render: choice(widget, "render", ["text", "paragraph", "h1", "h2", "h3", "h4"]),
        text: templateText(readWidgetField("template", widget.fields["content"]), on),
      };
    case "button":
      return buttonView(widget, on);
    default:
      throw new PageFailure(`${name} cannot be shown: it is not set up yet.`);
  }
}
