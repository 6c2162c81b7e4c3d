import type {
  ElementRecord,
  FlowReferences,
  MicroflowRecord,
  ProjectIndex,
  ReferencesOf,
  RewriteReferences,
} from "@rivulet/model";
import type { ActivityCatalog } from "../activity-catalog.ts";
import { elementReferences, renameInElement } from "./element-references.ts";
import type { Reference, ReferenceKind } from "./reference.ts";

interface Around {
  readonly catalog: ActivityCatalog;
  readonly index: ProjectIndex;
}

/** The microflow that an element is in, through the loops round it. */
function microflowOf(element: ElementRecord, index: ProjectIndex): MicroflowRecord | undefined {
  let parent = index.records.get(element.parent);
  while (parent?.type === "element") parent = index.records.get(parent.parent);
  return parent?.type === "microflow" ? parent : undefined;
}

/** The document that a reference leads to: for a part, the document that declares it. */
const documentKinds: Partial<Record<ReferenceKind, { list: keyof FlowReferences; isPart: boolean }>> = {
  entity: { list: "entities", isPart: false },
  association: { list: "associations", isPart: false },
  enumeration: { list: "enumerations", isPart: false },
  enumerationValue: { list: "enumerations", isPart: true },
  constant: { list: "constants", isPart: false },
  microflow: { list: "microflows", isPart: false },
};

function gather(references: readonly Reference[]): FlowReferences {
  const names = {
    entities: new Set<string>(),
    associations: new Set<string>(),
    enumerations: new Set<string>(),
    constants: new Set<string>(),
    microflows: new Set<string>(),
  } satisfies Record<keyof FlowReferences, Set<string>>;
  for (const { kind, name } of references) {
    const document = documentKinds[kind];
    if (document) names[document.list].add(document.isPart ? name.slice(0, name.lastIndexOf(".")) : name);
  }
  return {
    entities: [...names.entities],
    associations: [...names.associations],
    enumerations: [...names.enumerations],
    constants: [...names.constants],
    microflows: [...names.microflows],
  };
}

/**
 * Finds what the elements of a project name: what `exportFlow` of the model asks for.
 *
 * @example exportFlow(index, "Sales.Total", flowReferences({ catalog, index }))
 */
export function flowReferences({ catalog, index }: Around): ReferencesOf {
  return (element) => {
    const microflow = microflowOf(element, index);
    return gather(microflow ? elementReferences(element, { catalog, index, microflow }) : []);
  };
}

/**
 * Replaces whole names in elements: what `importFlow` of the model asks for when names change on the way. `index` is
 * of the records that the elements come from.
 */
export function flowRewriter({ catalog, index }: Around): RewriteReferences {
  return (element, renames) => {
    const microflow = microflowOf(element, index);
    if (!microflow) return element;
    const rename = ({ kind, name }: Reference) => {
      if (documentKinds[kind]?.isPart !== true) return renames.get(name);
      const dot = name.lastIndexOf(".");
      const document = renames.get(name.slice(0, dot));
      return document === undefined ? undefined : document + name.slice(dot);
    };
    return renameInElement(element, rename, { catalog, index, microflow });
  };
}
