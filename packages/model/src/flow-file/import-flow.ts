import type { QualifiedName } from "@rivulet/values";
import { type Diff, diffRecords } from "../diff.ts";
import { type NamedRecord, ProjectIndex } from "../index/project-index.ts";
import { errorAt, type Problem } from "../problem.ts";
import { idsInRecord } from "../records/ids-in-record.ts";
import { newRecordId } from "../records/record-id.ts";
import type { ModuleRecord, ProjectRecord, ProjectRecords } from "../records/records.ts";
import { describeDifferences } from "./differences.ts";
import type { FlowFile, FlowModule } from "./flow-file.ts";
import { flowFileProblems } from "./flow-file-problems.ts";
import type { RewriteReferences } from "./flow-references.ts";
import { type FlowUnit, nameOfUnit, unitsOfFlowFile } from "./flow-units.ts";
import { matchUnit, ProjectUnits, type SettledUnits, settleUnits, type UnitMatch } from "./match-units.ts";
import { withNewIds } from "./rewrite-records.ts";

/** How a flow file is imported. */
export interface ImportFlowOptions {
  /** Name of the file, for problems. */
  readonly file: string;
  /** When given, what the project has in another form comes in under another name, `Order_2`; else it is refused. */
  readonly rename?: RewriteReferences;
  /** Gives ids to what needs a new one; random ones when left out. */
  readonly newId?: () => string;
}

/** What an import does, by qualified names. */
export interface ImportReport {
  /** The microflow that the file is about, as it is called in the project. */
  readonly microflow: QualifiedName;
  readonly added: readonly QualifiedName[];
  /** The project has the same already. */
  readonly reused: readonly QualifiedName[];
  readonly renamed: readonly { readonly from: QualifiedName; readonly to: QualifiedName }[];
  /** Modules and `Module.Role` that the project did not have. No user role has the new roles yet. */
  readonly modules: readonly string[];
  readonly roles: readonly string[];
}

/** The change that imports a flow, or why it is refused. */
export type ImportFlowResult =
  | { readonly diff: Diff; readonly report: ImportReport }
  | { readonly problems: readonly Problem[] };

function connectorProblems(index: ProjectIndex, { connectors, modules }: FlowFile, file: string): Problem[] {
  const own = index.settings?.connectors ?? [];
  const problems: Problem[] = [];
  for (const [position, { module, version }] of connectors.entries()) {
    const present = own.find((one) => one.module === module);
    if (present?.version === version) continue;
    const place = { file, field: `connectors[${position}]` };
    const has = present ? `uses version ${present.version} of it` : "does not use it";
    const message = `The flow needs the connector ${module} ${version}; the project ${has}. Set it in connectors of rivulet.json.`;
    problems.push(errorAt(place, present ? "connector-version" : "unknown-connector", message));
  }
  for (const { name } of modules) {
    if (!own.some(({ module }) => module.toLowerCase() === name.toLowerCase())) continue;
    const message = `The file has a module ${name}, which in the project is a connector. Rename the module in the file.`;
    problems.push(errorAt({ file, document: name }, "duplicate-name", message));
  }
  return problems;
}

function moduleProblems(index: ProjectIndex, { modules }: FlowFile, file: string): Problem[] {
  return modules.flatMap(({ name }) => {
    const other = index.modules().find((module) => module.name.toLowerCase() === name.toLowerCase());
    if (!other || other.name === name) return [];
    const message = `The module ${name} of the file and the module ${other.name} of the project differ only in upper and lower case. Rename one.`;
    return [errorAt({ file, document: name }, "names-differ-in-case", message)];
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function clashProblem(match: UnitMatch, file: string): Problem[] {
  const { unit } = match;
  const name = nameOfUnit(unit);
  const place = { file, document: name, record: unit.named.id };
  const remedy = "Import with new names (--rename), or make the two the same.";
  if (match.kind === "taken") {
    const taker = `${match.present.named.type} ${nameOfUnit(match.present)}`;
    const message = `The name of the ${unit.named.type} ${name} is taken in the project by the ${taker}. ${remedy}`;
    return [errorAt(place, "import-name-taken", message)];
  }
  if (match.kind !== "different") return [];
  const words = { left: "in the project", right: "in the file" };
  const what = describeDifferences(match.differences, words);
  const message = `${capital(unit.named.type)} ${name} is in the project already and differs: ${what}. ${remedy}`;
  return [errorAt(place, "import-differs", message)];
}

/** Puts what is new into the records of a project. */
class Importer {
  readonly records: Map<string, ProjectRecord>;
  readonly #index: ProjectIndex;
  readonly #newId: () => string;
  readonly #taken: Set<string>;

  constructor(index: ProjectIndex, newId: () => string) {
    this.#index = index;
    this.#newId = newId;
    this.records = new Map(index.records);
    this.#taken = new Set([...index.records.values()].flatMap(idsInRecord));
  }

  #freeId(): string {
    let id = this.#newId();
    while (this.#taken.has(id)) id = this.#newId();
    this.#taken.add(id);
    return id;
  }

  /** Makes sure that a module is there with its roles; what was missing. */
  module({ name, roles }: FlowModule): {
    readonly id: string;
    readonly isNew: boolean;
    readonly newRoles: string[];
  } {
    const known = this.#index.module(name);
    const newRoles = roles.filter((role) => !known?.roles.some((one) => one.name === role));
    const module: ModuleRecord = known ?? {
      id: this.#freeId(),
      type: "module",
      parent: "project",
      name,
      roles: [],
      folders: [],
    };
    if (!known || newRoles.length > 0) {
      const allRoles = [...module.roles, ...newRoles.map((role) => ({ name: role }))];
      this.records.set(module.id, { ...module, roles: allRoles });
    }
    return { id: module.id, isNew: !known, newRoles };
  }

  /** Adds a unit under a name; ids that the project has already are replaced. */
  add({ records }: FlowUnit, name: string): void {
    const newIds = new Map<string, string>();
    for (const id of records.filter(({ type }) => type !== "placement").flatMap(idsInRecord)) {
      if (this.#taken.has(id)) newIds.set(id, this.#freeId());
      else this.#taken.add(id);
    }
    const [root, ...rest] = records.map((record) => withNewIds(record, newIds));
    const named = { ...(root as NamedRecord), name };
    for (const record of [named, ...rest]) this.records.set(record.id, record);
  }
}

function refusals(index: ProjectIndex, flowFile: FlowFile, file: string): Problem[] {
  const inside = flowFileProblems(flowFile, file);
  if (inside.length > 0) return inside;
  return [...connectorProblems(index, flowFile, file), ...moduleProblems(index, flowFile, file)];
}

/** Adds what is new or has to stand beside what the project has; the units that were added, by their old names. */
function addUnits(importer: Importer, { matches, renames, copies }: SettledUnits): QualifiedName[] {
  const added: QualifiedName[] = [];
  for (const { kind, unit } of matches) {
    const name = nameOfUnit(unit);
    if (kind !== "new" && !copies.has(name)) continue;
    added.push(name);
    const newName = renames.get(name) ?? name;
    importer.add(unit, newName.slice(unit.module.length + 1));
  }
  return added;
}

/**
 * Finds the change that brings a flow file into a project. What the file holds is matched by id, then by name. What
 * the project has in the same form is reused; what it has in another form is refused, or with `rename` gets a name of
 * its own. Nothing that is in the project is changed, but for roles that a module lacks.
 *
 * @param records the project's own records, without connector modules
 * @example importFlow(records, flowFile, { file: "ListTables.json" })
 */
export function importFlow(
  records: ProjectRecords,
  flowFile: FlowFile,
  { file, rename, newId = newRecordId }: ImportFlowOptions,
): ImportFlowResult {
  const index = new ProjectIndex(records);
  const refused = refusals(index, flowFile, file);
  if (refused.length > 0) return { problems: refused };
  const importer = new Importer(index, newId);
  const modules = new Map(flowFile.modules.map((module) => [module.name, importer.module(module)]));
  const units = unitsOfFlowFile(flowFile, (module) => modules.get(module)?.id ?? "");
  const project = new ProjectUnits(index);
  const clashes = units.flatMap((unit) => clashProblem(matchUnit(unit, project), file));
  if (clashes.length > 0 && !rename) return { problems: clashes };
  const settled = settleUnits(units, project, rename ?? ((element) => element));
  const added = addUnits(importer, settled);
  const { renames, matches } = settled;
  const report: ImportReport = {
    microflow: renames.get(flowFile.microflow) ?? flowFile.microflow,
    added: added.map((name) => renames.get(name) ?? name),
    reused: matches.filter(({ kind }) => kind === "equal").map(({ unit }) => nameOfUnit(unit)),
    renamed: [...renames].map(([from, to]) => ({ from, to })),
    modules: [...modules].filter(([, { isNew }]) => isNew).map(([name]) => name),
    roles: [...modules].flatMap(([name, { newRoles }]) => newRoles.map((role) => `${name}.${role}`)),
  };
  return { diff: diffRecords(records, importer.records), report };
}
