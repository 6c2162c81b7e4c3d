import type { QualifiedName } from "@rivulet/values";
import { unreachable } from "@rivulet/values";
import { placementId } from "../records/record-id.ts";
import type { ProjectRecord } from "../records/records.ts";
import type { Renames, RewriteReferences } from "./flow-references.ts";

type TypeWithName = { readonly kind: string; readonly enumeration?: string; readonly entity?: string };

function renamedType<Type extends TypeWithName>(type: Type, renames: Renames): Type {
  const { enumeration, entity } = type;
  return {
    ...type,
    ...(enumeration === undefined ? {} : { enumeration: renames.get(enumeration) ?? enumeration }),
    ...(entity === undefined ? {} : { entity: renames.get(entity) ?? entity }),
  };
}

/** A record in which the names of other things are replaced. Its own name stays. */
export function rewriteRecord(
  record: ProjectRecord,
  renames: Renames,
  rewriteElement: RewriteReferences,
): ProjectRecord {
  if (renames.size === 0) return record;
  const renamed = (name: QualifiedName) => renames.get(name) ?? name;
  switch (record.type) {
    case "entity": {
      const { generalization, attributes } = record;
      return {
        ...record,
        ...(generalization === undefined ? {} : { generalization: renamed(generalization) }),
        attributes: attributes.map((attribute) => ({
          ...attribute,
          attributeType: renamedType(attribute.attributeType, renames),
        })),
      };
    }
    case "association":
      return { ...record, owner: renamed(record.owner), target: renamed(record.target) };
    case "constant":
      return { ...record, dataType: renamedType(record.dataType, renames) };
    case "microflow":
      return { ...record, returnType: renamedType(record.returnType, renames) };
    case "element":
      return rewriteElement(record, renames);
    case "project":
    case "module":
    case "enumeration":
    case "page":
    case "pageLayout":
    case "snippet":
    case "widget":
    case "sequenceFlow":
    case "annotationFlow":
    case "placement":
      return record;
    default:
      return unreachable(record);
  }
}

/** A record with other ids, its own and those of the records that it names by id. */
export function withNewIds(record: ProjectRecord, newIds: ReadonlyMap<string, string>): ProjectRecord {
  if (newIds.size === 0) return record;
  const renewed = (id: string) => newIds.get(id) ?? id;
  switch (record.type) {
    case "entity": {
      const attributes = record.attributes.map((attribute) => ({ ...attribute, id: renewed(attribute.id) }));
      return { ...record, id: renewed(record.id), attributes };
    }
    case "element":
    case "widget":
      return { ...record, id: renewed(record.id), parent: renewed(record.parent) };
    case "sequenceFlow":
    case "annotationFlow": {
      const { id, parent, from, to } = record;
      return { ...record, id: renewed(id), parent: renewed(parent), from: renewed(from), to: renewed(to) };
    }
    case "placement": {
      const of = renewed(record.of);
      return { ...record, id: placementId(of), parent: renewed(record.parent), of };
    }
    case "association":
    case "enumeration":
    case "constant":
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
      return { ...record, id: renewed(record.id) };
    case "project":
    case "module":
      return record;
    default:
      return unreachable(record);
  }
}
