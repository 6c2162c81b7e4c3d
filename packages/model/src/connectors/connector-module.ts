import { errorAt, type Problem } from "../problem.ts";
import type { ProjectRecord, ProjectRecords } from "../records/records.ts";

/**
 * A module that comes with Rivulet or with a package of somebody else: its records are used by a project, but not
 * copied into it and not changed in it.
 */
export interface ConnectorModule {
  readonly name: string;
  readonly version: string;
  /** The module with its domain model, enumerations, constants ...; the ids are the same in every project. */
  readonly records: readonly ProjectRecord[];
}

/** A project together with the connector modules that it uses. */
export interface ConnectedProject {
  /** The project's own records first. For `ProjectIndex`, checks and runs; never for saving. */
  readonly records: ProjectRecords;
  /** Ids of the records that came with connectors: shown, but not changed. */
  readonly readOnlyIds: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

interface Wanted {
  readonly module: string;
  readonly version: string;
  /** Position in `connectors` of rivulet.json. */
  readonly position: number;
}

const list = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));

function problemAt({ position }: Wanted, code: string, message: string): Problem {
  const place = { file: "rivulet.json", record: "project", field: `connectors[${position}]` };
  return errorAt(place, code, message);
}

/** Why a connector cannot be used; `undefined` when it can. */
function connectorProblem(wanted: Wanted, available: readonly ConnectorModule[]): Problem | undefined {
  const ofName = available.filter(({ name }) => name === wanted.module);
  if (ofName.some(({ version }) => version === wanted.version)) return undefined;
  const { module, version } = wanted;
  if (ofName.length === 0) {
    const known = list(available.map(({ name }) => name));
    const message = `The project uses the connector ${module}, which is not installed (installed: ${known}). Install it or remove it from connectors.`;
    return problemAt(wanted, "unknown-connector", message);
  }
  const versions = list(ofName.map((connector) => connector.version));
  const message = `The project uses version ${version} of the connector ${module}, but ${versions} is installed. Install that version, or change it in connectors.`;
  return problemAt(wanted, "connector-version", message);
}

/** A name or an id of the connector that the project has already. */
function clash(wanted: Wanted, connector: ConnectorModule, records: ProjectRecords): Problem | undefined {
  for (const record of connector.records) {
    const own = records.get(record.id);
    if (own) {
      const message = `The connector ${connector.name} and the project both have the id ${record.id}. Give the project's ${own.type} another id.`;
      return problemAt(wanted, "duplicate-id", message);
    }
  }
  for (const record of records.values()) {
    if (record.type === "module" && record.name.toLowerCase() === connector.name.toLowerCase()) {
      const message = `The project has a module ${record.name}, which is also the name of the connector ${connector.name}. Rename the module.`;
      return problemAt(wanted, "duplicate-name", message);
    }
  }
  return undefined;
}

/**
 * Adds the records of the connector modules that the project names (`connectors` of rivulet.json), by name and exact
 * version. One that is not at hand, or that clashes with the project, is a problem and not added.
 *
 * @example new ProjectIndex(withConnectors(project.records, [awsAuthentication, dynamodb]).records)
 */
export function withConnectors(
  records: ProjectRecords,
  available: readonly ConnectorModule[],
): ConnectedProject {
  const project = records.get("project");
  const named = project?.type === "project" ? project.connectors : [];
  const all = new Map(records);
  const readOnlyIds = new Set<string>();
  const problems: Problem[] = [];
  for (const [position, { module, version }] of named.entries()) {
    const wanted = { module, version, position };
    const connector = available.find((one) => one.name === module && one.version === version);
    const problem = connector ? clash(wanted, connector, all) : connectorProblem(wanted, available);
    if (problem) problems.push(problem);
    for (const record of (!problem && connector?.records) || []) {
      all.set(record.id, record);
      readOnlyIds.add(record.id);
    }
  }
  return { records: all, readOnlyIds, problems };
}
