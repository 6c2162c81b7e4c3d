import { type ModuleRecord, nameFault, type ProjectIndex } from "@rivulet/model";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { projectMessages } from "../messages/project-messages.ts";

/** A name that is taken. */
interface TakenName {
  readonly name: string;
  readonly noun: string;
}

function clash(name: string, taken: readonly TakenName[], place: string): string | undefined {
  const same = taken.find((other) => other.name.toLowerCase() === name.toLowerCase());
  if (!same) return undefined;
  if (same.name !== name) return explorerMessages.nameTakenInCase(name, same.name);
  return explorerMessages.nameTaken(name, same.noun.toLowerCase(), place);
}

/** What is named in a module, apart from one record: entities, documents and associations share their names. */
function takenInModule(index: ProjectIndex, module: string, except: string | undefined): TakenName[] {
  return index.children(module).flatMap((record) => {
    if (record.id === except || index.qualifiedNameOf(record) === undefined || !("name" in record)) return [];
    return [{ name: record.name, noun: projectMessages.recordNouns[record.type] }];
  });
}

/**
 * Why something in a module cannot have a name, as a sentence; `undefined` when it can.
 *
 * @param except the record that is renamed
 */
export function documentNameFault(
  index: ProjectIndex,
  {
    name,
    module,
    except,
  }: { readonly name: string; readonly module: ModuleRecord; readonly except?: string | undefined },
): string | undefined {
  return nameFault(name) ?? clash(name, takenInModule(index, module.id, except), module.name);
}

/** Why a module cannot have a name. */
export function moduleNameFault(index: ProjectIndex, name: string, except?: string): string | undefined {
  const taken = index.modules().filter(({ id }) => id !== except);
  const noun = projectMessages.recordNouns.module;
  return (
    nameFault(name) ??
    clash(
      name,
      taken.map((module) => ({ name: module.name, noun })),
      projectMessages.recordNouns.project.toLowerCase(),
    )
  );
}

/** Why a folder cannot have a name. It is only read by people, so it may be any text. */
export function folderNameFault(
  module: ModuleRecord,
  {
    name,
    parent,
    except,
  }: { readonly name: string; readonly parent: string | undefined; readonly except?: string | undefined },
): string | undefined {
  if (name.trim() === "") return explorerMessages.nameNeeded;
  const siblings = module.folders.filter((folder) => folder.parent === parent && folder.id !== except);
  return clash(
    name,
    siblings.map((folder) => ({ name: folder.name, noun: explorerMessages.folder })),
    module.name,
  );
}
