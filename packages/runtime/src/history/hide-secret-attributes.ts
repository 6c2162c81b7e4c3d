import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { hiddenSecret } from "@rivulet/values";

const known = new WeakMap<ProjectIndex, ReadonlySet<string>>();

/** The names of all attributes that are secret, in any entity. */
function secretNames(index: ProjectIndex): ReadonlySet<string> {
  const found = known.get(index);
  if (found) return found;
  const attributes = index.all("entity").flatMap(({ record }) => record.attributes);
  const names = new Set(attributes.filter(({ isSecret }) => isSecret === true).map(({ name }) => name));
  known.set(index, names);
  return names;
}

/**
 * Arguments as a caller gave them, without the values of secret attributes. What an object is may stand in the type of
 * the parameter only, so an attribute counts by its name: rather one hidden too much.
 */
export function hideSecretAttributes(
  parameters: Readonly<Record<string, JsonValue>>,
  index: ProjectIndex,
): Readonly<Record<string, JsonValue>> {
  const names = secretNames(index);
  if (names.size === 0) return parameters;
  // Names at the top are those of parameters.
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, withoutAttributes(value, names)]),
  );
}

function withoutAttributes(value: JsonValue, names: ReadonlySet<string>): JsonValue {
  if (Array.isArray(value)) return value.map((item) => withoutAttributes(item, names));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const isHidden = names.has(name) && member !== null;
    return [name, isHidden ? hiddenSecret : withoutAttributes(member, names)] as const;
  });
  return Object.fromEntries(members);
}
