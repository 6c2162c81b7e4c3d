import type { FlowReferences, ReferencesOf, RewriteReferences } from "@rivulet/model";
import { type ElementSurroundings, elementReferences, renameInElement } from "./element-references.ts";
import type { ReferenceKind } from "./reference.ts";

/** The lists of a flow file, by the kind of what is in them; what is inside of something comes with it. */
const listsOfKinds = {
  entity: "entities",
  association: "associations",
  enumeration: "enumerations",
  constant: "constants",
  microflow: "microflows",
} as const satisfies { readonly [Kind in ReferenceKind]?: keyof FlowReferences };

type DocumentKind = keyof typeof listsOfKinds;

function isDocument(kind: ReferenceKind): kind is DocumentKind {
  return kind in listsOfKinds;
}

/**
 * What the export of a flow asks: the names of documents in an element.
 *
 * @example exportFlow(index, "MyFirstModule.DS_ListTables", flowReferences({ catalog, index }))
 */
export function flowReferences(around: ElementSurroundings): ReferencesOf {
  return (element) => {
    const references = elementReferences(element, around);
    const namesOf = (kind: DocumentKind) => [
      ...new Set(references.filter((reference) => reference.kind === kind).map(({ name }) => name)),
    ];
    return {
      entities: namesOf("entity"),
      associations: namesOf("association"),
      enumerations: namesOf("enumeration"),
      constants: namesOf("constant"),
      microflows: namesOf("microflow"),
    };
  };
}

/**
 * What the import of a flow asks when it gives other names: an element with the new names of documents in its fields
 * and expressions.
 *
 * @example importFlow(records, flowFile, { file, rename: flowRewriter({ catalog, index }) })
 */
export function flowRewriter(around: ElementSurroundings): RewriteReferences {
  return (element, renames) =>
    renameInElement(element, ({ kind, name }) => (isDocument(kind) ? renames.get(name) : undefined), around);
}
