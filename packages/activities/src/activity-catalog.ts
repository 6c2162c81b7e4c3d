import type { ActivityDefinition } from "./definition.ts";

/**
 * The activities that a project can use: the platform's and those of its connector modules. Made in the
 * composition root and handed to whoever needs it.
 *
 * @example new ActivityCatalog([...platformDefinitions, ...awsActivities]).find("createObject")
 */
export class ActivityCatalog {
  readonly definitions: readonly ActivityDefinition[];
  readonly #byKind: ReadonlyMap<string, ActivityDefinition>;

  /** Throws when two definitions have one kind: that is a mistake of the program, not of a project. */
  constructor(definitions: readonly ActivityDefinition[]) {
    this.definitions = definitions;
    this.#byKind = new Map(definitions.map((definition) => [definition.kind, definition]));
    if (this.#byKind.size !== definitions.length) {
      const kinds = definitions.map(({ kind }) => kind);
      throw new Error(
        `Declared twice: ${kinds.filter((kind, index) => kinds.indexOf(kind) !== index).join(", ")}`,
      );
    }
  }

  find(kind: string): ActivityDefinition | undefined {
    return this.#byKind.get(kind);
  }
}
