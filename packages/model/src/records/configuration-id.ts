import { newRecordId } from "./record-id.ts";
import type { Configuration } from "./records.ts";

/**
 * What a configuration is known by however it is renamed: its secrets are tied to it. It is its first name, so that a
 * configuration that was never renamed has nothing more in the file.
 */
export function configurationId({ id, name }: Pick<Configuration, "id" | "name">): string {
  return id ?? name;
}

/** A configuration under another name, known by what it was known by before. */
export function renamedConfiguration(configuration: Configuration, name: string): Configuration {
  const { id: _id, ...rest } = configuration;
  const id = configurationId(configuration);
  return id === name ? { ...rest, name } : { ...rest, name, id };
}

/** A new configuration, which is not taken for one that had its name before. */
export function newConfiguration(
  content: Omit<Configuration, "id">,
  others: readonly Configuration[],
): Configuration {
  const isKnown = others.some((each) => configurationId(each) === content.name);
  return isKnown ? { ...content, id: newRecordId() } : content;
}

/**
 * The configuration that a machine has chosen, by what it is known by: also after it was renamed. What was kept before there
 * were ids is a name, and so is what two configurations say that they are known by.
 */
export function chosenConfiguration(
  configurations: readonly Configuration[],
  chosen: string,
): Configuration | undefined {
  const [known, another] = configurations.filter((each) => configurationId(each) === chosen);
  return known && !another ? known : configurations.find(({ name }) => name === chosen);
}
