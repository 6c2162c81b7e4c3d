import type { NamedRecord, PageRecord } from "@rivulet/model";
import type { DataType } from "@rivulet/values";
import { walkDataType } from "./field-names.ts";
import { collectReferences, NameWalk, type Reference, type Renaming } from "./reference.ts";

type RecordWalker<Type extends NamedRecord["type"]> = (
  record: Extract<NamedRecord, { readonly type: Type }>,
  walk: NameWalk,
) => Extract<NamedRecord, { readonly type: Type }>;

function walkAttributeType<Type extends { readonly kind: string }>(
  type: Type,
  field: string,
  walk: NameWalk,
): Type {
  return type.kind === "enumeration"
    ? (walkDataType(type as unknown as DataType, field, walk) as unknown as Type)
    : type;
}

/** The names in a record apart from its elements, by type of record. */
const recordWalkers: { readonly [Type in NamedRecord["type"]]: RecordWalker<Type> } = {
  entity: (record, walk) => ({
    ...record,
    ...(record.generalization === undefined
      ? {}
      : {
          generalization: walk.visit({
            kind: "entity",
            name: record.generalization,
            field: "generalization",
          }),
        }),
    attributes: record.attributes.map((attribute, position) => ({
      ...attribute,
      attributeType: walkAttributeType(
        attribute.attributeType,
        `attributes[${position}].attributeType`,
        walk,
      ),
    })),
  }),
  association: (record, walk) => ({
    ...record,
    owner: walk.visit({ kind: "entity", name: record.owner, field: "owner" }),
    target: walk.visit({ kind: "entity", name: record.target, field: "target" }),
  }),
  enumeration: (record) => record,
  constant: (record, walk) => ({ ...record, dataType: walkDataType(record.dataType, "dataType", walk) }),
  microflow: (record, walk) => ({
    ...record,
    returnType: walkDataType(record.returnType, "returnType", walk),
  }),
  page: (record, walk) => ({
    ...record,
    // The layouts that come with the application have no dot in their names.
    layout: record.layout.includes(".")
      ? walk.visit({ kind: "pageLayout", name: record.layout, field: "layout" })
      : record.layout,
    ...walkParameters(record, walk),
  }),
  pageLayout: (record) => record,
  snippet: (record, walk) => ({ ...record, ...walkParameters(record, walk) }),
};

interface WithParameters {
  readonly parameters?: readonly { readonly name: string; readonly entity: string }[] | undefined;
}

function walkParameters({ parameters }: WithParameters, walk: NameWalk): Pick<PageRecord, "parameters"> {
  if (parameters === undefined) return {};
  return {
    parameters: parameters.map(({ name, entity }, position) => ({
      name,
      entity: walk.visit({ kind: "entity", name: entity, field: `parameters[${position}].entity` }),
    })),
  };
}

function walkRecord(record: NamedRecord, walk: NameWalk): NamedRecord {
  const walker = recordWalkers[record.type] as RecordWalker<NamedRecord["type"]>;
  return walker(record, walk);
}

/**
 * What the record of a document uses, its elements apart: the generalization and enumerations of an entity, the ends
 * of an association, the type of a constant or of a microflow's result.
 *
 * @example recordReferences(lineOrder) // [{ kind: "entity", name: "Sales.Line", field: "owner" ... }, ...]
 */
export function recordReferences(record: NamedRecord): Reference[] {
  return collectReferences((walk) => walkRecord(record, walk));
}

/** The record with other names in it; its own name stays. */
export function renameInRecord<Type extends NamedRecord>(record: Type, rename: Renaming): Type {
  return walkRecord(record, new NameWalk(rename)) as Type;
}
