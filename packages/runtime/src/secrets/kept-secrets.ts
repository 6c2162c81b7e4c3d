import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { errorAt, type JsonValue, type Problem } from "@rivulet/model";
import { localFolder, lockFolder } from "@rivulet/model/folder";
import type { QualifiedName } from "@rivulet/values";
import { KeyRing } from "./key-ring.ts";
import { rewrap, seal, unseal } from "./sealed-value.ts";
import {
  emptySecretFile,
  type PlainSecrets,
  readSecretFile,
  type SecretEntry,
  type SecretFile,
  type SecretPlace,
  secretValuesFile,
  writeSecretFile,
} from "./secret-file.ts";
import type { SecretKey } from "./secret-key.ts";
import { SecretsError } from "./secrets-error.ts";

/** Values of constants by qualified name as value JSON, or why they are not read. */
export type SecretValuesResult =
  | { readonly values: Readonly<Record<QualifiedName, JsonValue>> }
  | { readonly problem: Problem };

/** That a secret has a value, and since when. */
export interface SecretState extends SecretPlace {
  /** ISO 8601. */
  readonly setAt: string;
}

/**
 * The secret values of a project on this machine, in `.rivulet/secrets.json`: encrypted, for one configuration or for all. Server
 * and commands read the same file, so a value that one of them sets counts for the next run of the other. A file with
 * plain values, as it was once written, is encrypted at its first use. What cannot be read is never overwritten.
 *
 * @example new KeptSecrets("my-project", process.env).values("AWS")
 */
export class KeptSecrets {
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #read = new Map<string, PlainSecrets>();
  #signature = "";

  /** @param environment may hold `RIVULET_SECRET_KEY` */
  constructor(projectFolder: string, environment: Readonly<Record<string, string | undefined>>) {
    this.#folder = projectFolder;
    this.#environment = environment;
  }

  /** The values for runs with a configuration: its own win over those for all. */
  values(configuration: string): SecretValuesResult {
    return asResult(() => {
      const signature = this.#fileSignature();
      if (signature !== this.#signature) this.#read.clear();
      this.#signature = signature;
      const known = signature === "" ? {} : this.#read.get(configuration);
      const values = known ?? this.#decrypt(configuration);
      if (signature !== "") this.#read.set(configuration, values);
      return { values };
    });
  }

  /** Which secrets have a value; never the values. */
  states(): { readonly states: readonly SecretState[] } | { readonly problem: Problem } {
    return asResult(() => ({ states: this.#file().values.map(stateOf) }));
  }

  /** Keeps a value, in place of one that was there. The reason comes back when it is not kept. */
  keep(place: SecretPlace, value: JsonValue): Problem | undefined {
    return this.#change((file, ring) => {
      for (const { value: sealed } of file.values) ring.find(sealed.kid);
      const entry = entryOf(file, place, { value, key: ring.need() });
      return { ...file, values: [...without(file, place), entry] };
    });
  }

  /** Forgets a value; whether it could still be read is not asked. */
  forget(place: SecretPlace): Problem | undefined {
    return this.#change((file) => ({ ...file, values: without(file, place) }));
  }

  /**
   * Changes the key: to the first one of `RIVULET_SECRET_KEY`, else to a new one. Cut off at any point, the values can
   * still be read. Returns how many values there are, and the name of the key.
   */
  rotate(): { readonly values: number; readonly key: string } | { readonly problem: Problem } {
    return asResult(() =>
      this.#locked(() => {
        const file = this.#fileInLock();
        const before = new KeyRing(this.#folder, this.#environment);
        for (const entry of file.values) open(file, entry, before);
        const next = before.next();
        const values = file.values.map((entry) => rewrapped(file, entry, { ring: before, to: next }));
        if (values.length > 0) writeSecretFile(this.#folder, { ...file, values });
        before.forget(next);
        return { values: values.length, key: next.id };
      }),
    );
  }

  /** Changes with every change of the file; empty when there is none. */
  #fileSignature(): string {
    const facts = lstatSync(join(this.#folder, secretValuesFile), { bigint: true, throwIfNoEntry: false });
    return facts ? [facts.ino, facts.size, facts.mtimeNs, facts.ctimeNs].join(" ") : "";
  }

  #decrypt(configuration: string): PlainSecrets {
    const file = this.#file();
    if (file.values.length === 0) return {};
    const ring = new KeyRing(this.#folder, this.#environment);
    const openAll = (of: string | null) =>
      file.values
        .filter((entry) => entry.configuration === of)
        .map((entry) => [entry.constant, open(file, entry, ring)] as const);
    return Object.fromEntries([...openAll(null), ...openAll(configuration)]);
  }

  /** The file as it is, with plain values encrypted before. */
  #file(): SecretFile {
    const content = readSecretFile(this.#folder);
    if (content === undefined) return emptySecretFile();
    return content.kind === "encrypted" ? content.file : this.#locked(() => this.#fileInLock());
  }

  /** The same for who holds the lock. */
  #fileInLock(): SecretFile {
    const content = readSecretFile(this.#folder);
    if (content?.kind !== "plain") return content?.file ?? emptySecretFile();
    const key = new KeyRing(this.#folder, this.#environment).need();
    const empty = emptySecretFile();
    const values = Object.entries(content.values).map(([constant, value]) =>
      entryOf(empty, { constant, configuration: null }, { value, key }),
    );
    const file = { ...empty, values };
    writeSecretFile(this.#folder, file);
    return file;
  }

  #change(change: (file: SecretFile, ring: KeyRing) => SecretFile): Problem | undefined {
    const result = asResult(() => {
      this.#locked(() => {
        const file = this.#fileInLock();
        writeSecretFile(this.#folder, change(file, new KeyRing(this.#folder, this.#environment)));
      });
      return {};
    });
    return "problem" in result ? result.problem : undefined;
  }

  #locked<Result>(action: () => Result): Result {
    const root = realpathSync(this.#folder);
    localFolder(root);
    const lock = lockFolder(root, "secret-locks");
    if (lock.outcome === "held") {
      throw new SecretsError(`Process ${lock.pid} is changing the secret values. Try again in a moment.`);
    }
    try {
      return action();
    } finally {
      lock.release();
    }
  }
}

function stateOf({ constant, configuration, setAt }: SecretEntry): SecretState {
  return { constant, configuration, setAt };
}

/** What a value is bound to: it opens nowhere else. */
function placeText({ project }: SecretFile, { constant, configuration }: SecretPlace): string {
  return JSON.stringify(["rivulet secret", project, configuration, constant]);
}

function entryOf(
  file: SecretFile,
  { constant, configuration }: SecretPlace,
  { value, key }: { readonly value: JsonValue; readonly key: SecretKey },
): SecretEntry {
  const sealed = seal(JSON.stringify(value), key, placeText(file, { constant, configuration }));
  return { constant, configuration, setAt: new Date().toISOString(), value: sealed };
}

function without({ values }: SecretFile, { constant, configuration }: SecretPlace): SecretEntry[] {
  return values.filter((entry) => entry.constant !== constant || entry.configuration !== configuration);
}

function open(file: SecretFile, entry: SecretEntry, ring: KeyRing): JsonValue {
  const key = ring.find(entry.value.kid);
  try {
    return JSON.parse(unseal(entry.value, key, placeText(file, entry))) as JsonValue;
  } catch (error) {
    const whose = entry.configuration === null ? "" : ` in the configuration ${entry.configuration}`;
    const message = `The secret value of ${entry.constant}${whose} in ${secretValuesFile} was changed, or was moved from another place, so it is not used. Set it again, or remove it.`;
    throw new SecretsError(message, { cause: error });
  }
}

function rewrapped(
  file: SecretFile,
  entry: SecretEntry,
  { ring, to }: { readonly ring: KeyRing; readonly to: SecretKey },
): SecretEntry {
  const from = ring.find(entry.value.kid);
  return { ...entry, value: rewrap(entry.value, { from, to }, placeText(file, entry)) };
}

function asResult<Result>(action: () => Result): Result | { readonly problem: Problem } {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof SecretsError)) throw error;
    return { problem: errorAt({ file: secretValuesFile }, "secrets-not-read", error.message) };
  }
}
