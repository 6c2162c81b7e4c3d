import { errorAt, type Place, type Problem } from "../problem.ts";
import type { ProjectRecord, ProjectRecords } from "../records/records.ts";
import { systemModule } from "../system/system-module.ts";

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
}

const list = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));

/** An entry of `connectors` of rivulet.json. */
function placeOf(position: number): Place {
  return { file: "rivulet.json", record: "project", field: `connectors[${position}]` };
}

/** Why a connector that is not at hand in this version cannot be used. */
function missing({ module, version }: Wanted, place: Place, available: readonly ConnectorModule[]): Problem {
  const ofName = available.filter(({ name }) => name === module);
  if (ofName.length === 0) {
    const known = list(available.map(({ name }) => name));
    const message = `The project uses the connector ${module}, which is not installed (installed: ${known}). Install it or remove it from connectors.`;
    return errorAt(place, "unknown-connector", message);
  }
  const versions = list(ofName.map((connector) => connector.version));
  const message = `The project uses version ${version} of the connector ${module}, but ${versions} is installed. Install that version, or change it in connectors.`;
  return errorAt(place, "connector-version", message);
}

/** A name or an id of the module that the project has already: what is wrong, and the project's record. */
interface Clash {
  readonly code: "duplicate-id" | "duplicate-name";
  readonly message: string;
  readonly record: string;
}

function clash({ name, records: added }: ConnectorModule, records: ProjectRecords): Clash | undefined {
  for (const { id } of added) {
    const own = records.get(id);
    if (own) {
      const message = `The connector ${name} and the project both have the id ${id}. Give the project's ${own.type} another id.`;
      return { code: "duplicate-id", message, record: id };
    }
  }
  for (const record of records.values()) {
    if (record.type === "module" && record.name.toLowerCase() === name.toLowerCase()) {
      const message = `The project has a module ${record.name}, which is also the name of the connector ${name}. Rename the module.`;
      return { code: "duplicate-name", message, record: record.id };
    }
  }
  return undefined;
}

/** The project while modules are added to it. */
class Connecting implements ConnectedProject {
  readonly records: Map<string, ProjectRecord>;
  readonly readOnlyIds = new Set<string>();
  readonly problems: Problem[] = [];

  constructor(own: ProjectRecords) {
    this.records = new Map(own);
  }

  /** Adds a module, or says why it cannot be: at `place`, or at the record of the project that is in its way. */
  add(module: ConnectorModule, place?: Place): void {
    const found = clash(module, this.records);
    if (found) {
      const { code, message, record } = found;
      this.problems.push(errorAt(place ?? { record, field: "name" }, code, message));
      return;
    }
    for (const record of module.records) {
      this.records.set(record.id, record);
      this.readOnlyIds.add(record.id);
    }
  }
}

/**
 * Adds the module System, which every project has, and the connector modules that the project names (`connectors` of
 * rivulet.json), by name and exact version. One that is not at hand, or that clashes with the project, is a problem
 * and not added.
 *
 * @example new ProjectIndex(withConnectors(project.records, [awsAuthentication, dynamodb]).records)
 */
export function withConnectors(
  records: ProjectRecords,
  available: readonly ConnectorModule[],
): ConnectedProject {
  const project = records.get("project");
  const named = project?.type === "project" ? project.connectors : [];
  const connected = new Connecting(records);
  connected.add(systemModule);
  for (const [position, { module, version }] of named.entries()) {
    const connector = available.find((one) => one.name === module && one.version === version);
    const place = placeOf(position);
    if (connector) connected.add(connector, place);
    else connected.problems.push(missing({ module, version }, place, available));
  }
  return connected;
}
