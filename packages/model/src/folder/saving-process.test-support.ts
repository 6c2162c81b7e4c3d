import { writeSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Diff } from "../diff.ts";
import type { MicroflowRecord, ProjectRecord, ProjectRecords } from "../records/records.ts";
import type { LoadedProject } from "./loaded-project.ts";
import { ProjectFolder } from "./project-folder.ts";
import type { SaveResult } from "./save-result.ts";

/*
 * A project whose microflows all carry the same number, and a save that raises all of them at once: whoever finds two
 * numbers has found half a save. Run as a program, it saves again and again until it is killed:
 *
 *   node saving-process.test-support.ts <folder>
 */

const flowCount = 6;
const extraFlow = "extra";

function flow(id: string, number: number, name = id): MicroflowRecord {
  return {
    id,
    type: "microflow",
    parent: "m",
    name,
    documentation: String(number),
    returnType: { kind: "nothing" },
    allowedRoles: [],
  };
}

/** The project at a number. The first microflow is renamed every time; every second time there is one more. */
export function numberedProject(number: number): ProjectRecords {
  const flows = Array.from({ length: flowCount }, (_, index) => flow(`flow${index}`, number));
  const extra = number % 2 === 0 ? [] : [flow(extraFlow, number, "Extra")];
  const renamed = flows.map((one) => (one.id === "flow0" ? { ...one, name: `Flow_${number}` } : one));
  const placement = {
    id: "placement:flow0",
    type: "placement",
    parent: "flow0",
    of: "flow0",
    x: number,
    y: 0,
  } as const;
  const records: ProjectRecord[] = [
    {
      id: "project",
      type: "project",
      name: "Numbers",
      connectors: [],
      configurations: [],
      security: { level: "off", userRoles: [] },
    },
    { id: "m", type: "module", parent: "project", name: "M", roles: [], folders: [] },
    ...renamed,
    ...extra,
    placement,
  ];
  return new Map(records.map((record) => [record.id, record]));
}

/** The one number of a project; throws when there is more than one, or anything is wrong with the files. */
export function numberOf({ records, problems }: LoadedProject): number {
  if (problems.length > 0) throw new Error(`The project has problems: ${JSON.stringify(problems)}`);
  const number = Number((records.get("flow0") as MicroflowRecord).documentation);
  const expected = numberedProject(number);
  const sort = (all: ProjectRecords) =>
    JSON.stringify([...all].sort(([left], [right]) => (left < right ? -1 : 1)));
  const canonical = (all: ProjectRecords) =>
    sort(
      new Map(
        [...all].map(([id, record]) => [id, JSON.parse(JSON.stringify(record, Object.keys(record).sort()))]),
      ),
    );
  if (canonical(records) !== canonical(expected)) {
    throw new Error(`Half a save: ${canonical(records)} is not ${canonical(expected)}`);
  }
  return number;
}

function diffOf(before: ProjectRecords, after: ProjectRecords): Diff {
  const added: Record<string, ProjectRecord> = {};
  const updated: Record<string, [ProjectRecord, ProjectRecord]> = {};
  const removed: Record<string, ProjectRecord> = {};
  for (const [id, record] of after) {
    const old = before.get(id);
    if (!old) added[id] = record;
    else if (record.type === "microflow" || record.type === "placement") updated[id] = [old, record];
  }
  for (const [id, record] of before) if (!after.has(id)) removed[id] = record;
  return { added, updated, removed };
}

/** Raises the number by one; the new number, or how the save was refused. */
export async function raise(folder: ProjectFolder): Promise<number | SaveResult["outcome"]> {
  const project = folder.read();
  const number = numberOf(project) + 1;
  const result = await folder.save({
    diff: diffOf(project.records, numberedProject(number)),
    expectedHashes: Object.fromEntries(project.documents.map(({ id, hash }) => [id, hash])),
  });
  return result.outcome === "saved" ? number : result.outcome;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = new ProjectFolder(process.argv[2] ?? "");
  for (;;) {
    const result = await raise(folder);
    if (typeof result === "number") writeSync(1, `${result}\n`);
  }
}
