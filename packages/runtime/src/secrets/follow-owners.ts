import type { SecretEntry, SecretPlace } from "./secret-file.ts";
import { renamedConfigurations, type SecretOwners, type SeenConfiguration } from "./secret-owners.ts";

/** How long a value waits for its constant or configuration to come back, in milliseconds: 30 days. */
const longestWait = 30 * 86_400_000;

/** Where a value belongs now; `removedAt` where its constant or its configuration is gone. */
export interface FollowedEntry extends SecretPlace {
  readonly entry: SecretEntry;
  readonly id: string | undefined;
  readonly removedAt: string | undefined;
}

/**
 * Where the values belong after whatever happened to the project: they go with their constants by the ids of these, and with
 * configurations that were renamed. One whose owner is gone waits for it, since a removal may be undone, and then goes.
 *
 * @param before the configurations when somebody last looked; `undefined` when nobody has
 */
export function followOwners(
  entries: readonly SecretEntry[],
  owners: SecretOwners,
  { before, now }: { readonly before: readonly SeenConfiguration[] | undefined; readonly now: number },
): readonly FollowedEntry[] {
  const idOf = new Map([...owners.constants].map(([id, name]) => [name, id]));
  const renamed = before === undefined ? undefined : renamedConfigurations(before, owners.configurations);
  const names = new Set(owners.configurations.map(({ name }) => name));
  const followed = entries.map((entry): FollowedEntry => {
    const id = entry.id ?? idOf.get(entry.constant);
    const known = id === undefined ? undefined : owners.constants.get(id);
    const configuration =
      entry.configuration === null ? null : (renamed?.get(entry.configuration) ?? entry.configuration);
    const isThere = known !== undefined && (configuration === null || names.has(configuration));
    const sinceNow = owners.isWhole ? new Date(now).toISOString() : undefined;
    const removedAt = isThere ? undefined : (entry.removedAt ?? sinceNow);
    return { entry, id, constant: known ?? entry.constant, configuration, removedAt };
  });
  const alive = followed.filter(
    ({ removedAt }) => removedAt === undefined || now - Date.parse(removedAt) < longestWait,
  );
  return alive.filter((one) => !alive.some((other) => isSetLater(other, one)));
}

/** Of two values for the same place the one that was set later counts. */
function isSetLater(other: FollowedEntry, one: FollowedEntry): boolean {
  const isSamePlace = other.constant === one.constant && other.configuration === one.configuration;
  return other !== one && isSamePlace && other.entry.setAt > one.entry.setAt;
}

/** Whether a value has to be written anew to belong there. */
export function hasMoved({ entry, id, constant, configuration }: FollowedEntry): boolean {
  return entry.id !== id || entry.constant !== constant || entry.configuration !== configuration;
}

/** Whether nothing is to be written. */
export function isAsItWas(entries: readonly SecretEntry[], followed: readonly FollowedEntry[]): boolean {
  return (
    followed.length === entries.length &&
    followed.every((one) => !hasMoved(one) && one.removedAt === one.entry.removedAt)
  );
}
