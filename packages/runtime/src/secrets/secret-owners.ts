import { type Configuration, configurationId, type ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";

/** A configuration as it is told from another one that has taken its place. */
export interface SeenConfiguration {
  readonly name: string;
  /** What it is known by; missing in what was noted before there were ids: it is the name then. */
  readonly id?: string;
  /** Everything but what it is called. */
  readonly content: string;
}

/** What the secret values of a project belong to. */
export interface SecretOwners {
  /** The secret constants by the ids of their records. */
  readonly constants: ReadonlyMap<string, QualifiedName>;
  readonly configurations: readonly SeenConfiguration[];
  /** Whether these are all: what is not among them is gone. */
  readonly isWhole: boolean;
}

/** The owners of the secret values of a project. */
export function secretOwners(index: ProjectIndex, isWhole: boolean): SecretOwners {
  const secret = [...index.all("constant")].filter(({ record }) => record.isSecret === true);
  return {
    constants: new Map(secret.map(({ name, record }) => [record.id, name])),
    configurations: (index.settings?.configurations ?? []).map(seen),
    isWhole,
  };
}

function seen(configuration: Configuration): SeenConfiguration {
  const { name, kind, endpoint, region, credentials } = configuration;
  const id = configurationId(configuration);
  return { name, id, content: JSON.stringify([kind, endpoint, region, credentials]) };
}

/** The configurations by what they are known by. What two say of themselves says nothing. */
function byId(configurations: readonly SeenConfiguration[]): ReadonlyMap<string, string> {
  const ids = configurations.map(({ id, name }) => id ?? name);
  const names = configurations.flatMap(({ name }, at): [string, string][] => {
    const id = ids[at] ?? name;
    return ids.indexOf(id) === ids.lastIndexOf(id) ? [[id, name]] : [];
  });
  return new Map(names);
}

/** The new names of the configurations that were renamed since, by their old ones; several may have changed at once. */
export function renamedConfigurations(
  before: readonly SeenConfiguration[],
  now: readonly SeenConfiguration[],
): ReadonlyMap<string, string> {
  const present = byId(now);
  const renamed = new Map<string, string>();
  for (const [id, name] of byId(before)) {
    const newName = present.get(id);
    if (newName !== undefined && newName !== name) renamed.set(name, newName);
  }
  return renamed.size > 0 ? renamed : renamedByHand(before, now);
}

/**
 * The one that was renamed in its file, where nobody noted what it was called before: it stands where it stood and is what
 * it was, the old name is gone and the new one is new.
 */
function renamedByHand(
  before: readonly SeenConfiguration[],
  now: readonly SeenConfiguration[],
): ReadonlyMap<string, string> {
  const none: ReadonlyMap<string, string> = new Map();
  if (before.length !== now.length) return none;
  const changed = before.flatMap(({ name, content }, at) => {
    const present = now[at];
    return present === undefined || present.name === name ? [] : [{ name, content, present }];
  });
  const [only] = changed;
  if (!only || changed.length > 1 || only.present.content !== only.content) return none;
  const isKnown = before.some(({ name }) => name === only.present.name);
  return isKnown ? none : new Map([[only.name, only.present.name]]);
}
