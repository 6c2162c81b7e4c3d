import type { JsonValue, ProjectIndex } from "@rivulet/model";
import { hiddenSecret } from "@rivulet/values";
import type { RunSettings } from "../ports/run-settings.ts";

/** A secret of so many characters is hidden wherever it stands; a shorter one may well be part of a word by chance. */
const longSecret = 8;

/** What may stand beside a shorter secret that is a word of its own: everything but letters and digits. */
const wordBefore = String.raw`(?<![\p{L}\p{N}])`;
const wordAfter = String.raw`(?![\p{L}\p{N}])`;

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
 * of a log line. One of less than 8 characters is hidden where it is the whole text or a word of its own; where it is part of
 * a word, hiding it would only tell that the word has it.
 *
 * @example new SecretMask(() => ["wJalrXUt"]).text("Key wJalrXUt") // "Key ***"
 */
export class SecretMask {
  readonly #initial: () => readonly string[];
  readonly #later: string[] = [];
  #known: KnownSecrets | undefined;

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
    const { long, short } = this.#secrets();
    let shown = text;
    for (const secret of long) shown = shown.replaceAll(secret, hiddenSecret);
    // Not within the mark itself, whatever a secret is.
    return short === undefined ? shown : outsideOfMarks(shown, (part) => part.replace(short, hiddenSecret));
  }

  /** The same for all texts in a value. */
  json(value: JsonValue): JsonValue {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.json(member)]));
  }

  #secrets(): KnownSecrets {
    return (this.#known ??= knownSecrets([...this.#initial(), ...this.#later]));
  }
}

interface KnownSecrets {
  /** The longest first: one may be the beginning of another. */
  readonly long: readonly string[];
  readonly short: RegExp | undefined;
}

function knownSecrets(secrets: readonly string[]): KnownSecrets {
  const byLength = [...new Set(secrets)].sort((left, right) => right.length - left.length);
  const short = byLength.filter(({ length }) => length > 0 && length < longSecret);
  return { long: byLength.filter(({ length }) => length >= longSecret), short: wordsOf(short) };
}

function wordsOf(secrets: readonly string[]): RegExp | undefined {
  if (secrets.length === 0) return undefined;
  const words = secrets.map((secret) => secret.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return new RegExp(`${wordBefore}(?:${words.join("|")})${wordAfter}`, "gu");
}

function outsideOfMarks(text: string, change: (part: string) => string): string {
  return text.split(hiddenSecret).map(change).join(hiddenSecret);
}
