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
