import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { documentsOf } from "../documents/documents-of.ts";
import { printDocument } from "../documents/write-document.ts";
import type { ProjectRecords } from "../records/records.ts";

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes one file below a folder, with the folders on the way. */
export function writeFileAt(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** Writes the documents of a project as plainly as can be. */
function writeProjectAt(folder: string, records: ProjectRecords): void {
  for (const document of documentsOf(records)) writeFileAt(folder, document.path, printDocument(document));
}

/** A new temporary folder with a project in it. */
export function projectFolderOf(records: ProjectRecords): string {
  const folder = temporaryFolder();
  writeProjectAt(folder, records);
  return folder;
}
