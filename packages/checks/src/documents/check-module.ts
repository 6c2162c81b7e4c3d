import type { ModuleRecord } from "@rivulet/model";
import type { DocumentCheck } from "./document-check.ts";

function checkFolders({ id, name, folders }: ModuleRecord, { report }: DocumentCheck): void {
  const parents = new Map(folders.map((folder) => [folder.id, folder.parent]));
  for (const [position, folder] of folders.entries()) {
    const field = `folders[${position}].parent`;
    if (folder.parent !== undefined && !parents.has(folder.parent)) {
      const message = `The folder ${folder.name} is said to be in "${folder.parent}", which is no folder of ${name}. Choose another one.`;
      report.add({ code: "unknown-folder", record: id, field, message });
    }
    const above = new Set<string>();
    let parent = folder.parent;
    while (parent !== undefined && !above.has(parent)) {
      above.add(parent);
      parent = parents.get(parent);
    }
    if (!above.has(folder.id)) continue;
    const message = `The folder ${folder.name} is inside itself. Put it somewhere else.`;
    report.add({ code: "folder-cycle", record: id, field, message });
  }
}

/** The folders of a module; its names are checked with those of the project. */
export function checkModule(check: DocumentCheck): void {
  for (const record of check.document.records) if (record.type === "module") checkFolders(record, check);
}
