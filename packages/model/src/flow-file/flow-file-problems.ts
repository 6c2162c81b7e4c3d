import { strayRecords } from "../documents/documents-of.ts";
import { nameProblems } from "../documents/name-problems.ts";
import { errorAt, type Problem } from "../problem.ts";
import { idsInRecord } from "../records/ids-in-record.ts";
import type { ModuleRecord, ProjectRecord, ProjectRecords, ProjectSettings } from "../records/records.ts";
import type { FlowFile } from "./flow-file.ts";
import { type FlowUnit, nameOfUnit, unitsOfFlowFile } from "./flow-units.ts";

/** Configurations of a project that is made for one flow: as in a blank project. */
const configurations: ProjectSettings["configurations"] = [
  { name: "Embedded", kind: "embedded", constants: {} },
  { name: "AWS", kind: "aws", constants: {} },
];

/** The id of a module that a flow file stands for when it is used by itself; the same every time. */
function standaloneModuleId(module: string): string {
  return `module.${module}`;
}

/** The records of a flow file as a project of its own. A second record of the same id is left out. */
export function standaloneRecords(flowFile: FlowFile): ProjectRecords {
  const project: ProjectSettings = {
    id: "project",
    type: "project",
    name: flowFile.microflow,
    connectors: flowFile.connectors,
    configurations,
    security: { level: "off", userRoles: [] },
  };
  const modules = flowFile.modules.map(
    ({ name, roles }): ModuleRecord => ({
      id: standaloneModuleId(name),
      type: "module",
      parent: "project",
      name,
      roles: roles.map((role) => ({ name: role })),
      folders: [],
    }),
  );
  const inside = unitsOfFlowFile(flowFile, standaloneModuleId).flatMap(({ records }) => records);
  const records = new Map<string, ProjectRecord>();
  for (const record of [project, ...modules, ...inside])
    if (!records.has(record.id)) records.set(record.id, record);
  return records;
}

function duplicateIds(units: readonly FlowUnit[], file: string): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const unit of units) {
    const document = nameOfUnit(unit);
    for (const id of unit.records.flatMap(idsInRecord)) {
      const other = seen.get(id);
      seen.set(id, document);
      if (other === undefined) continue;
      const message = `The id ${id} of ${document} is also in ${other}. An id is unique: give one of the two another one.`;
      problems.push(errorAt({ file, document, record: id, field: "id" }, "duplicate-id", message));
    }
  }
  return problems;
}

function strays(records: ProjectRecords, file: string): Problem[] {
  return strayRecords(records).map((record) => {
    const parent = "parent" in record ? record.parent : "";
    const message = `This ${record.type} is in "${parent}", which does not exist. Remove it, or correct its parent.`;
    return errorAt({ file, record: record.id, field: "parent" }, "dangling-parent", message);
  });
}

/**
 * What is wrong inside a flow file that its schema accepts: names, ids, records that belong nowhere, a missing entry.
 *
 * @param file its name, for problems
 */
export function flowFileProblems(flowFile: FlowFile, file: string): Problem[] {
  const units = unitsOfFlowFile(flowFile, standaloneModuleId);
  const records = standaloneRecords(flowFile);
  const names = nameProblems(records).map((problem) => ({ ...problem, place: { ...problem.place, file } }));
  const problems = [...duplicateIds(units, file), ...strays(records, file), ...names];
  const isEntry = (unit: FlowUnit) =>
    unit.named.type === "microflow" && nameOfUnit(unit) === flowFile.microflow;
  if (units.some(isEntry)) return problems;
  const message = `${file} is about the microflow ${flowFile.microflow}, which is not in it.`;
  return [...problems, errorAt({ file, field: "microflow" }, "unknown-microflow", message)];
}
