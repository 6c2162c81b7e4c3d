import { readField } from "@rivulet/activities";
import type {
  AssociationRecord,
  ElementRecord,
  EntityRecord,
  MicroflowRecord,
  ProjectRecord,
} from "@rivulet/model";
import { attributeTypeLabel } from "../domain-model/attribute-type-label.ts";
import { typeLabel } from "../fields/type-label.ts";
import { documentationMessages } from "../messages/documentation-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";

/** A part of something, explained. */
export interface DocumentedPart {
  readonly name: string;
  /** Its type, or that it may stay empty. */
  readonly note?: string | undefined;
  readonly text?: string | undefined;
}

/** What is said about something: paragraphs, then its parts under headings. */
export interface Documentation {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly sections: readonly { readonly title: string; readonly parts: readonly DocumentedPart[] }[];
}

const texts = documentationMessages;

const written = (paragraphs: readonly (string | undefined)[]) =>
  paragraphs.filter((text): text is string => text !== undefined && text !== "");

const sectionsOf = (sections: Documentation["sections"]) => sections.filter(({ parts }) => parts.length > 0);

function ofElement(element: ElementRecord, { catalog }: StudioProject): Documentation | undefined {
  const definition = catalog.find(element.kind);
  if (!definition) return undefined;
  const { label, summary, documentation, fields, raises, synonyms } = definition;
  return {
    title: label,
    paragraphs: written([
      summary,
      documentation,
      synonyms.length > 0 ? texts.synonyms(synonyms.join(", ")) : undefined,
    ]),
    sections: sectionsOf([
      {
        title: texts.notes,
        parts: element.documentation ? [{ name: element.caption ?? label, text: element.documentation }] : [],
      },
      {
        title: texts.fields,
        parts: fields.map((field) => ({
          name: field.label,
          note: "isRequired" in field && !field.isRequired ? texts.optional : undefined,
          text: field.documentation,
        })),
      },
      { title: texts.raises, parts: raises.map((code) => ({ name: code })) },
    ]),
  };
}

function ofEntity({ name, documentation, generalization, attributes }: EntityRecord): Documentation {
  return {
    title: name,
    paragraphs: written([
      documentation ?? texts.nothingWritten,
      generalization === undefined ? undefined : texts.specializes(generalization),
    ]),
    sections: sectionsOf([
      {
        title: texts.attributes,
        parts: attributes.map((attribute) => ({
          name: attribute.name,
          note: attributeTypeLabel(attribute.attributeType),
          text: attribute.documentation,
        })),
      },
    ]),
  };
}

function ofAssociation({ name, documentation, owner, target }: AssociationRecord): Documentation {
  return { title: name, paragraphs: written([documentation, texts.joins(owner, target)]), sections: [] };
}

function ofMicroflow(microflow: MicroflowRecord, { index }: StudioProject): Documentation {
  const { name, documentation, returnType, id } = microflow;
  const parameters = index.children(id).flatMap((element): DocumentedPart[] => {
    if (element.type !== "element" || element.kind !== "parameter") return [];
    const type = readField("dataType", element.fields["type"]);
    const text = readField("text", element.fields["documentation"]);
    const parameter = readField("newVariable", element.fields["name"]) ?? "";
    return [{ name: `$${parameter}`, note: type && typeLabel(type), text }];
  });
  return {
    title: name,
    paragraphs: written([
      documentation ?? texts.nothingWritten,
      returnType.kind === "nothing" ? undefined : texts.returns(typeLabel(returnType)),
    ]),
    sections: sectionsOf([{ title: texts.parameters, parts: parameters }]),
  };
}

/**
 * What there is to say about a record; `undefined` when it is of a kind that nobody explains.
 *
 * @example documentationOf(element, project)?.paragraphs[0] // "Adds objects to a list, removes them, ..."
 */
export function documentationOf(record: ProjectRecord, project: StudioProject): Documentation | undefined {
  switch (record.type) {
    case "element":
      return ofElement(record, project);
    case "entity":
      return ofEntity(record);
    case "association":
      return ofAssociation(record);
    case "microflow":
      return ofMicroflow(record, project);
    case "enumeration":
    case "constant":
      return {
        title: record.name,
        paragraphs: [record.documentation ?? texts.nothingWritten],
        sections: [],
      };
    default:
      return undefined;
  }
}
