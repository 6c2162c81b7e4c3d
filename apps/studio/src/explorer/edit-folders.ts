import type { DocumentStore } from "@rivulet/document";
import type { ModuleRecord } from "@rivulet/model";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { isTabDocument } from "../workspace/tabs.ts";

/** Puts a document into a folder of its module, or out of all. */
export function moveToFolder(store: DocumentStore, id: string, folder: string | undefined): void {
  const record = store.get(id);
  if (!isTabDocument(record)) return;
  store.transact(explorerMessages.steps.move(record.name), (transaction) =>
    transaction.update(record.type, id, { folder }),
  );
}

/** Gives a folder another name. */
export function renameFolder(
  store: DocumentStore,
  module: ModuleRecord,
  folder: { readonly id: string; readonly name: string },
): void {
  const before = module.folders.find(({ id }) => id === folder.id);
  if (!before) return;
  const folders = module.folders.map((each) =>
    each.id === folder.id ? { ...each, name: folder.name } : each,
  );
  store.transact(explorerMessages.steps.rename(before.name, folder.name), (transaction) =>
    transaction.update("module", module.id, { folders }),
  );
}

/** Takes a folder away; what is in it moves one level up. */
export function deleteFolder(store: DocumentStore, module: ModuleRecord, id: string): void {
  const folder = module.folders.find((each) => each.id === id);
  if (!folder) return;
  const { parent } = folder;
  const folders = module.folders
    .filter((each) => each.id !== id)
    .map(({ parent: above, ...each }) => {
      const moved = above === id ? parent : above;
      return moved === undefined ? each : { ...each, parent: moved };
    });
  store.transact(explorerMessages.steps.delete(folder.name), (transaction) => {
    transaction.update("module", module.id, { folders });
    for (const record of transaction.children(module.id)) {
      if ("folder" in record && record.folder === id)
        transaction.update(record.type, record.id, { folder: parent });
    }
  });
}
