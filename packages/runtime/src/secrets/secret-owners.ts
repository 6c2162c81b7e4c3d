import type { Configuration, ProjectIndex } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";

/** A configuration as it is told from another one that has taken its place. */
export interface SeenConfiguration {
  readonly name: string;
  /** Everything but its name. */
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

function seen({ name, kind, endpoint, region, credentials }: Configuration): SeenConfiguration {
  return { name, content: JSON.stringify([kind, endpoint, region, credentials]) };
}

/**
 * The new name of the configuration that was renamed since, by its old one: it stands where it stood and is what it was, the
 * old name is gone and the new one is new.
 */
export function renamedConfiguration(
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
