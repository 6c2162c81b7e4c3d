import { rmSync } from "node:fs";
import { join } from "node:path";
import { readOwnerFile, writeOwnerFile } from "./owner-file.ts";
import { newSecretKey, type SecretKey, secretKeyFrom, secretKeyText } from "./secret-key.ts";
import { SecretsError } from "./secrets-error.ts";

/** Where a project folder keeps the key of its secret values, where the environment gives none. */
export const secretKeyFile = ".rivulet/secret.key";

/** The environment variable with the key of secret values. */
const secretKeyVariable = "RIVULET_SECRET_KEY";

type Environment = Readonly<Record<string, string | undefined>>;

function keysIn(text: string, where: string): SecretKey[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map((part) => {
      const key = secretKeyFrom(part);
      if (key) return key;
      const message = `${where} holds something that is no key: a key is 32 bytes as base64. Make one with: openssl rand -base64 32`;
      throw new SecretsError(message);
    });
}

/**
 * The keys of a project's secret values: the first one is used for what is written, the others only open what was
 * written before. `RIVULET_SECRET_KEY` has one, or the new one and those of before, with commas; without it they are in a
 * file beside the values, made when the first value is kept. A file that is still there opens values as well.
 */
export class KeyRing {
  readonly #folder: string;
  readonly #ofEnvironment: readonly SecretKey[];
  readonly #ofFile: readonly SecretKey[];

  /** @throws {SecretsError} when a key cannot be read */
  constructor(projectFolder: string, environment: Environment) {
    this.#folder = projectFolder;
    this.#ofEnvironment = keysIn(environment[secretKeyVariable] ?? "", secretKeyVariable);
    this.#ofFile = keysIn(readOwnerFile(projectFolder, secretKeyFile) ?? "", secretKeyFile);
  }

  /** Where the key in use comes from, for messages. */
  get source(): string {
    return this.#ofEnvironment.length > 0 ? secretKeyVariable : secretKeyFile;
  }

  /** The key for what is written; `undefined` where there is none yet. */
  get current(): SecretKey | undefined {
    return this.#ofEnvironment[0] ?? this.#ofFile[0];
  }

  /** @throws {SecretsError} when there is no key of that name */
  find(id: string): SecretKey {
    const key = [...this.#ofEnvironment, ...this.#ofFile].find((candidate) => candidate.id === id);
    if (key) return key;
    const present = this.current === undefined ? "there is no key" : `the key in use is ${this.current.id}`;
    const message = `The secret values were encrypted with the key ${id}, and ${present} (${this.source}). Nothing was changed. Bring back the key of before, or remove the values and set them anew.`;
    throw new SecretsError(message);
  }

  /** The key for what is written, made where there is none. */
  need(): SecretKey {
    if (this.current) return this.current;
    const key = newSecretKey();
    this.#write([key]);
    return key;
  }

  /** A key to change to: that of the environment, else a new one, kept beside the old ones until {@link forget}. */
  next(): SecretKey {
    const [ofEnvironment] = this.#ofEnvironment;
    if (ofEnvironment) return ofEnvironment;
    const key = newSecretKey();
    this.#write([key, ...this.#ofFile]);
    return key;
  }

  /** Leaves this key alone in the file, or no file where the environment has it. */
  forget(key: SecretKey): void {
    if (this.#ofEnvironment.length > 0) rmSync(join(this.#folder, secretKeyFile), { force: true });
    else this.#write([key]);
  }

  #write(keys: readonly SecretKey[]): void {
    writeOwnerFile(this.#folder, secretKeyFile, keys.map((key) => `${secretKeyText(key)}\n`).join(""));
  }
}
