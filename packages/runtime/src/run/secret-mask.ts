import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { hiddenSecret } from "@rivulet/values";
import type { RunSettings } from "../ports/run-settings.ts";

/** What is shorter may well stand in a text by chance. */
const shortestSecret = 8;

const secretVariables = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/** The secret texts that a run can read: the values of secret constants, and the keys that AWS's own variables hold. */
export function secretsOfSettings(index: ProjectIndex, settings: RunSettings): readonly string[] {
  const constants = [...index.all("constant")].filter(({ record }) => record.isSecret === true);
  const values = constants.map(({ name }) => settings.constant(name));
  const variables = secretVariables.map((name) => settings.awsEnvironment[name]);
  return [...values, ...variables].filter((value) => typeof value === "string");
}

/**
 * Hides the secrets of a run in what is shown of it, wherever a flow has copied them to: into a variable, into the text
 * of a log line. A secret of less than 8 characters is not looked for.
 *
 * @example new SecretMask(() => ["wJalrXUt"]).text("Key wJalrXUt") // "Key ***"
 */
export class SecretMask {
  readonly #initial: () => readonly string[];
  readonly #later: string[] = [];
  #known: Set<string> | undefined;

  /** The `initial` secrets are asked for when something is first shown: most runs show nothing. */
  constructor(initial: () => readonly string[]) {
    this.#initial = initial;
  }

  /** Notes a secret that turned up in the run. */
  add(secret: string): void {
    this.#later.push(secret);
    this.#known = undefined;
  }

  /** The text with every secret in it hidden. */
  text(text: string): string {
    let shown = text;
    for (const secret of this.#secrets()) shown = shown.replaceAll(secret, hiddenSecret);
    return shown;
  }

  /** The same for all texts in a value. */
  json(value: JsonValue): JsonValue {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.json(member)]));
  }

  #secrets(): ReadonlySet<string> {
    return (this.#known ??= new Set(
      [...this.#initial(), ...this.#later].filter(({ length }) => length >= shortestSecret),
    ));
  }
}
