import { asJson, type PageAction, type ProjectIndex, type WidgetRecord } from "@rivulet/model";
import { captionOfAttribute, widgetDefinitions } from "@rivulet/pages";
import type { AttributeShape } from "@rivulet/values";
import { pageMessages } from "../messages/page-messages.ts";

/** A widget that is proposed: its name and place come when it is put in. */
export interface Proposal extends Pick<WidgetRecord, "kind" | "fields"> {
  readonly widgets?: readonly Proposal[];
}

/** Attributes that can be shown as they are, in their order: nothing secret, nothing that is no text. */
export function readableAttributes(entity: string, index: ProjectIndex): readonly AttributeShape[] {
  const hidden = new Set(["binary", "hashedString"]);
  return (index.shape(entity)?.attributes ?? []).filter(
    ({ type, isSecret }) => !hidden.has(type.kind) && isSecret !== true,
  );
}

/** No row is filled with more. */
const maximumInRow = 6;

/** The attributes that a row can show, in their order: the first names the object. */
export function attributesOfRow(entity: string, index: ProjectIndex): readonly AttributeShape[] {
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
export function inputFor({ type }: AttributeShape): string | undefined {
  if (type.kind === "boolean") return "checkBox";
  return widgetDefinitions.find(({ fields }) =>
    fields.some((field) => field.kind === "attribute" && field.accepts.includes(type.kind)),
  )?.kind;
}

function buttonProposal(caption: string, look: string, onClick: PageAction): Proposal {
  const fields = {
    caption: { text: caption, arguments: [] },
    look,
    onClick: asJson(onClick),
  };
  return { kind: "button", fields };
}

/** The inputs for an entity, and the buttons that end its form. */
export function formProposal(entity: string, index: ProjectIndex): Proposal[] {
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

/** The attributes of an object, each with its label. */
export function detailsProposal(entity: string, index: ProjectIndex): Proposal[] {
  return readableAttributes(entity, index).flatMap(({ name }): Proposal[] => [
    { kind: "label", fields: { content: { text: captionOfAttribute(name), arguments: [] } } },
    {
      kind: "text",
      fields: { content: { text: "{1}", arguments: [`$currentObject/${name}`] }, render: "text" },
    },
  ]);
}

/** What is proposed for a data widget of an entity: a row for a list, a form for one object. */
export function proposalFor(
  { kind }: Pick<WidgetRecord, "kind">,
  entity: string,
  index: ProjectIndex,
): Proposal[] {
  return kind === "listView" ? rowProposal(entity, index) : formProposal(entity, index);
}
