import type { ProjectIndex, WidgetRecord } from "@rivulet/model";
import { captionOfAttribute } from "@rivulet/pages";
import type { pageMessages } from "../messages/page-messages.ts";
import { detailsProposal, formProposal, type Proposal } from "./proposed-widgets.ts";
import {
  button,
  card,
  column,
  dataView,
  grid,
  header,
  label,
  list,
  picture,
  row,
  text,
} from "./template-parts.ts";
import { recordsOf, type TemplateWidget } from "./template-widgets.ts";

/** What a page can begin as. */
export type PageTemplate = keyof (typeof pageMessages)["templates"];

const details = [label("Name"), text("Value"), label("State"), text("Value")];
const figure = (caption: string, value: string): TemplateWidget =>
  column(4, [card([label(caption), text(value, "h1"), text("Since yesterday", "paragraph")])]);
const tile = (icon: string, title: string): TemplateWidget =>
  column(4, [card([picture(icon, "medium"), text(title, "h3"), text("What it is about", "paragraph")])]);

/** The content of each template; *List* as the original's gallery has it (pages.md B2). */
export const pageTemplates: Readonly<Record<PageTemplate, readonly TemplateWidget[]>> = {
  blank: [],
  list: [header(), list([text("List item title", "h2"), text("Secondary text", "paragraph")], 5)],
  listWithPictures: [
    header(),
    list([row([picture("box", "small"), text("List item title", "h2"), text("Secondary text")])], 10),
  ],
  listBesideDetails: [
    header(),
    grid([
      column(5, [list([text("List item title", "h2"), text("Secondary text", "paragraph")], 10)]),
      column(7, [card([text("Details", "h2"), ...details])]),
    ]),
  ],
  cards: [
    header(),
    grid([
      tile("folder", "First"),
      tile("calendar", "Second"),
      tile("chart", "Third"),
      tile("users", "Fourth"),
    ]),
  ],
  columns: [
    header(),
    grid([
      column(4, [text("To do", "h3"), list([text("Title", "h4")], 10)]),
      column(4, [text("In progress", "h3"), list([text("Title", "h4")], 10)]),
      column(4, [text("Done", "h3"), list([text("Title", "h4")], 10)]),
    ]),
  ],
  form: [
    header(),
    card([
      dataView([
        text("Fill this form", "h2"),
        row([
          button("Save", "primary", { kind: "saveChanges" }),
          button("Cancel", "default", { kind: "cancelChanges" }),
        ]),
      ]),
    ]),
  ],
  formWithHelp: [
    header(),
    grid([
      column(8, [
        card([dataView([text("Fill this form", "h2"), button("Save", "primary", { kind: "saveChanges" })])]),
      ]),
      column(4, [
        card([text("What to know", "h3"), text("How to fill it, and what happens then.", "paragraph")]),
      ]),
    ]),
  ],
  details: [header(), card([dataView([text("Details", "h2"), ...details])])],
  detailsWithList: [
    header(),
    grid([
      column(4, [card([dataView([text("Details", "h2"), ...details])])]),
      column(8, [list([text("List item title", "h2"), text("Secondary text", "paragraph")], 10)]),
    ]),
  ],
  dashboard: [
    header(),
    grid([figure("Orders", "128"), figure("Customers", "42"), figure("Open", "7")]),
    grid([
      column(8, [card([text("Latest", "h3"), list([text("List item title", "h4")], 5)])]),
      column(4, [card([text("News", "h3"), text("What is new today.", "paragraph")])]),
    ]),
  ],
  welcome: [
    grid([
      column(3, []),
      column(6, [
        card([
          picture("star", "large"),
          text("Welcome", "h1"),
          text("What this application does for you.", "paragraph"),
          button("Begin", "primary", { kind: "nothing" }),
        ]),
      ]),
      column(3, []),
    ]),
  ],
};

/** The templates that show one object: for a new page they ask of which entity. */
const objectTemplates: Partial<Readonly<Record<PageTemplate, typeof formProposal>>> = {
  form: formProposal,
  formWithHelp: formProposal,
  details: detailsProposal,
  detailsWithList: detailsProposal,
};

/** Whether a template shows one object. */
export function showsObject(template: PageTemplate): boolean {
  return objectTemplates[template] !== undefined;
}

/** What a new page shows: an object of an entity, which is its parameter. */
export interface ShownObject {
  readonly entity: string;
  readonly parameter: string;
  readonly index: ProjectIndex;
}

/** The widgets of a template, its data views with the attributes of the object that the page shows. */
function filled(
  widgets: readonly TemplateWidget[],
  { entity, parameter, index }: ShownObject,
  propose: typeof formProposal,
): TemplateWidget[] {
  const [, caption = entity] = entity.split(".");
  return widgets.map((widget) => {
    const { kind, fields, widgets: inside = [] } = widget;
    if (kind !== "dataView")
      return { ...widget, widgets: filled(inside, { entity, parameter, index }, propose) };
    const proposed = [text(captionOfAttribute(caption), "h2"), ...unnamed(propose(entity, index))];
    return { ...widget, fields: { ...fields, source: { kind: "parameter", parameter } }, widgets: proposed };
  });
}

/** Proposed widgets as those of a template, which get their names later. */
const unnamed = (proposals: readonly Proposal[]): TemplateWidget[] =>
  proposals.map(({ kind, fields, widgets = [] }) => ({
    kind,
    name: kind,
    fields,
    widgets: unnamed(widgets),
  }));

/** Names the widgets of a template as the designer names new ones: `text1`, `text2` ... in their order. */
function named(widgets: readonly TemplateWidget[], counts = new Map<string, number>()): TemplateWidget[] {
  return widgets.map(({ kind, fields, widgets: inside = [] }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return { kind, name: `${kind}${count}`, fields, widgets: named(inside, counts) };
  });
}

/** The widgets of a new page, with the object that it shows filled in where the template shows one. */
export function templateWidgets(page: string, template: PageTemplate, shown?: ShownObject): WidgetRecord[] {
  const propose = objectTemplates[template];
  const widgets = pageTemplates[template];
  return recordsOf(page, named(shown && propose ? filled(widgets, shown, propose) : widgets));
}
