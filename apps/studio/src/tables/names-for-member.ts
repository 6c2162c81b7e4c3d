import type { ActivityCatalog, NamingAttribute } from "@rivulet/activities";
import type { ProjectIndex } from "@rivulet/model";
import { tableMessages } from "../messages/table-messages.ts";
import type { LookedUpRegion } from "../project/project-api.ts";

/** A name that can be written, and what it is. */
export interface OfferedName {
  readonly text: string;
  readonly detail: string;
}

/** What the text of a member names; `undefined` when it names nothing that is known of tables. */
export function namedByMember(
  entity: string | undefined,
  member: string,
  { index, catalog }: { readonly index: ProjectIndex; readonly catalog: ActivityCatalog },
): Exclude<NamingAttribute["names"], "keyCondition"> | undefined {
  if (entity === undefined) return undefined;
  for (const { namingAttributes } of catalog.definitions) {
    const found = namingAttributes.find(
      (each) => each.attribute === member && index.isKindOf(entity, each.entity),
    );
    if (found && found.names !== "keyCondition") return found.names;
  }
  return undefined;
}

function* namesIn(region: LookedUpRegion, names: NamingAttribute["names"]): Generator<OfferedName> {
  const { place, tables } = region;
  if (names === "table") for (const text of region.names) yield { text, detail: place };
  for (const { name, key, indexes } of tables) {
    if (names === "index") for (const index of indexes) yield { text: index.name, detail: name };
    if (names !== "keyPart") continue;
    for (const part of key ?? []) yield { text: part.name, detail: tableMessages.partOf(part.role, name) };
    for (const index of indexes)
      for (const part of index.key)
        yield { text: part.name, detail: tableMessages.partOf(part.role, `${name}.${index.name}`) };
  }
}

/** The names that can be offered, each once, with the first that is said of it. */
export function offeredNames(
  regions: readonly LookedUpRegion[],
  names: NamingAttribute["names"],
): readonly OfferedName[] {
  const offered = new Map<string, OfferedName>();
  for (const region of regions)
    for (const name of namesIn(region, names)) if (!offered.has(name.text)) offered.set(name.text, name);
  return [...offered.values()];
}
