import { newRecordId } from "../records/record-id.ts";
import type { ModuleRecord, ProjectRecord, ProjectRecords, ProjectSettings } from "../records/records.ts";

/** A connector module that a project uses. */
export type ConnectorReference = ProjectSettings["connectors"][number];

/** What a blank project is made of. */
export interface BlankProject {
  /** Name of the project: any text. */
  readonly name: string;
  /** The connector modules at hand; a blank project uses them all. */
  readonly connectors: readonly ConnectorReference[];
  /** Gives the module its id; random ones when left out. */
  readonly newId?: () => string;
}

const roles = ["User", "Administrator"] as const;
const firstModule = "MyFirstModule";

/**
 * The records of a new project (interfaces.md, "CLI", `new`): one module MyFirstModule with the module roles User and
 * Administrator, user roles of the same names, the configurations Embedded and AWS, security off.
 *
 * @example blankProject({ name: "Orders", connectors: [{ module: "AWSAuthentication", version: "1.0.0" }] })
 */
export function blankProject({ name, connectors, newId = newRecordId }: BlankProject): ProjectRecords {
  const project: ProjectSettings = {
    id: "project",
    type: "project",
    name,
    connectors,
    configurations: [
      { name: "Embedded", kind: "embedded", constants: {} },
      { name: "AWS", kind: "aws", constants: {} },
    ],
    security: {
      level: "off",
      userRoles: roles.map((role) => ({ name: role, moduleRoles: [`${firstModule}.${role}`] })),
    },
  };
  const module: ModuleRecord = {
    id: newId(),
    type: "module",
    parent: "project",
    name: firstModule,
    roles: roles.map((role) => ({ name: role })),
    folders: [],
  };
  return new Map<string, ProjectRecord>([project, module].map((record) => [record.id, record]));
}
