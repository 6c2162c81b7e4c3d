import type { DocumentStore } from "@rivulet/document";
import {
  type JsonValue,
  newRecordId,
  type PageAction,
  type ProjectIndex,
  type WidgetRecord,
} from "@rivulet/model";
import { captionOfAttribute, widgetDefinitions } from "@rivulet/pages";
import type { AttributeShape } from "@rivulet/values";
import { generateKeyBetween } from "fractional-indexing";
import { pageMessages } from "../messages/page-messages.ts";
import { freeWidgetName, namesIn } from "./new-widgets.ts";
import { pageOf } from "./widget-place.ts";

/** A widget that is proposed: its name and place come when it is put in. */
interface Proposal extends Pick<WidgetRecord, "kind" | "fields"> {
  readonly widgets?: readonly Proposal[];
}

/** Attributes that can be shown as they are, in their order: nothing secret, nothing that is no text. */
function readableAttributes(entity: string, index: ProjectIndex): readonly AttributeShape[] {
  const hidden = new Set(["binary", "hashedString"]);
  return (index.shape(entity)?.attributes ?? []).filter(
    ({ type, isSecret }) => !hidden.has(type.kind) && isSecret !== true,
  );
}

/** No row is filled with more. */
const maximumInRow = 6;

/** The attributes that a row can show, in their order: the first names the object. */
function attributesOfRow(entity: string, index: ProjectIndex): readonly AttributeShape[] {
  return readableAttributes(entity, index).slice(0, maximumInRow);
}

/** The texts for a row of an entity. */
function rowProposal(entity: string, index: ProjectIndex): Proposal[] {
  return attributesOfRow(entity, index).map(({ name }, position) => ({
    kind: "text",
    fields: {
      content: {
        text: position === 0 ? "{1}" : `${captionOfAttribute(name)}: {1}`,
        arguments: [`$currentObject/${name}`],
      },
      render: position === 0 ? "h2" : "paragraph",
    },
  }));
}

/** Which input is proposed for a type of attribute. */
function inputFor({ type }: AttributeShape): string | undefined {
  if (type.kind === "boolean") return "checkBox";
  return widgetDefinitions.find(({ fields }) =>
    fields.some((field) => field.kind === "attribute" && field.accepts.includes(type.kind)),
  )?.kind;
}

function buttonProposal(caption: string, look: string, onClick: PageAction): Proposal {
  const fields = {
    caption: { text: caption, arguments: [] },
    look,
    onClick: onClick as unknown as JsonValue,
  };
  return { kind: "button", fields };
}

/** The inputs for an entity, and the buttons that end its form. */
function formProposal(entity: string, index: ProjectIndex): Proposal[] {
  const inputs = readableAttributes(entity, index).flatMap((attribute): Proposal[] => {
    const kind = inputFor(attribute);
    if (kind === undefined) return [];
    return [{ kind, fields: { attribute: attribute.name, label: { text: "", arguments: [] } } }];
  });
  const { save, cancel } = pageMessages.proposedButtons;
  const buttons = [
    buttonProposal(save, "primary", { kind: "saveChanges" }),
    buttonProposal(cancel, "default", { kind: "cancelChanges" }),
  ];
  return [...inputs, { kind: "container", fields: { look: "row" }, widgets: buttons }];
}

/** What is proposed for a data widget of an entity: a row for a list, a form for one object. */
function proposalFor({ kind }: WidgetRecord, entity: string, index: ProjectIndex): Proposal[] {
  return kind === "listView" ? rowProposal(entity, index) : formProposal(entity, index);
}

/** The names of the attributes that a data widget would show when it is filled; none when there is nothing to fill it with. */
export function fillingAttributes({ kind }: WidgetRecord, entity: string, index: ProjectIndex): string[] {
  const attributes =
    kind === "listView"
      ? attributesOfRow(entity, index)
      : readableAttributes(entity, index).filter((attribute) => inputFor(attribute) !== undefined);
  return attributes.map(({ name }) => name);
}

/** The records of proposed widgets, each under a free name. */
function recordsOf(proposals: readonly Proposal[], parent: string, taken: Set<string>): WidgetRecord[] {
  let order: string | null = null;
  return proposals.flatMap(({ kind, fields, widgets = [] }) => {
    order = generateKeyBetween(order, null);
    const name = freeWidgetName(kind, taken);
    taken.add(name);
    const record: WidgetRecord = { id: newRecordId(), type: "widget", parent, order, kind, name, fields };
    return [record, ...recordsOf(widgets, record.id, taken)];
  });
}

/** Puts widgets for the attributes of an entity into a data widget, in the place of what is in it. */
export function fillDataWidget(
  { store, index }: { readonly store: DocumentStore; readonly index: ProjectIndex },
  widget: WidgetRecord,
  entity: string,
): void {
  const page = pageOf(widget.id, index.records);
  if (!page) return;
  const taken = namesIn(page.id, index);
  const proposed = recordsOf(proposalFor(widget, entity, index), widget.id, taken);
  store.transact(pageMessages.steps.fill(widget.name), (transaction) => {
    for (const child of transaction.children(widget.id)) transaction.remove(child.id);
    proposed.forEach((each) => transaction.add(each));
  });
}
