import type { ProjectIndex, ProjectRecord } from "@rivulet/model";
import type { TabTarget } from "../workspace/tabs.ts";
import type { Spot } from "../workspace/workspace.ts";

/** Something of a project that has a name and can be shown. */
export interface ProjectPlace {
  readonly id: string;
  readonly name: string;
  /** Its module. */
  readonly module: string;
  readonly kind: TabTarget["kind"] | "entity";
  readonly spot: Spot;
}

function placeOf(record: ProjectRecord): Omit<ProjectPlace, "module"> | undefined {
  switch (record.type) {
    case "microflow":
    case "page":
    case "pageLayout":
    case "snippet":
    case "enumeration":
    case "constant": {
      const { id, name, type } = record;
      return { id, name, kind: type, spot: { target: { kind: type, id }, records: [] } };
    }
    case "entity": {
      const target = { kind: "domainModel", module: record.parent } as const;
      return { id: record.id, name: record.name, kind: "entity", spot: { target, records: [record.id] } };
    }
    default:
      return undefined;
  }
}

/**
 * Everything that one can go to by its name: documents, domain models and entities, modules in the order of the
 * explorer.
 */
export function projectPlaces(index: ProjectIndex): readonly ProjectPlace[] {
  return index.modules().flatMap((module) => {
    const target = { kind: "domainModel", module: module.id } as const;
    const domainModel: ProjectPlace = {
      id: `${module.id}:domainModel`,
      name: module.name,
      module: module.name,
      kind: "domainModel",
      spot: { target, records: [] },
    };
    const places = index.children(module.id).flatMap((record) => {
      const place = placeOf(record);
      return place ? [{ ...place, module: module.name }] : [];
    });
    return [domainModel, ...places];
  });
}
