import type { DocumentCheck } from "./document-check.ts";

/** The folder in which a document is shown exists in its module. */
export function checkFolder(
  {
    id,
    parent,
    folder,
  }: { readonly id: string; readonly parent: string; readonly folder?: string | undefined },
  { context: { index }, report }: DocumentCheck,
): void {
  const module = index.records.get(parent);
  if (folder === undefined || module?.type !== "module") return;
  if (module.folders.some((candidate) => candidate.id === folder)) return;
  const message = `The folder "${folder}" is not in the module ${module.name}, so the explorer shows this at the top. Choose a folder.`;
  report.add({ code: "unknown-folder", record: id, field: "folder", message });
}
