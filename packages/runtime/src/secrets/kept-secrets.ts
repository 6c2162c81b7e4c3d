import { lstatSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { errorAt, type JsonValue, type Problem, type ProjectIndex } from "@rivulet/model";
import { localFolder, lockFolder } from "@rivulet/model/folder";
import type { QualifiedName } from "@rivulet/values";
import { followOwners, hasMoved, isAsItWas } from "./follow-owners.ts";
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
import { type SecretOwners, type SeenConfiguration, secretOwners } from "./secret-owners.ts";
import { SecretsError } from "./secrets-error.ts";

/** Values of constants by qualified name as value JSON, or why they are not read. */
export type SecretValuesResult =
  | { readonly values: Readonly<Record<QualifiedName, JsonValue>> }
  | { readonly problem: Problem };

/** That a secret has a value, and since when. */
export interface SecretState extends SecretPlace {
  /** ISO 8601. */
  readonly setAt: string;
  /** Since when its constant or its configuration is gone: the value waits 30 days for it. */
  readonly removedAt?: string;
}

/**
 * The secret values of a project on this machine, in `.rivulet/secrets.json`: encrypted, for one configuration or for all. Server
 * and commands read the same file, so a value that one of them sets counts for the next run of the other. A file with
 * plain values, as it was once written, is encrypted at its first use. What cannot be read is never overwritten.
 *
 * Values belong to constants and configurations of a project: {@link KeptSecrets.follow} takes them along.
 *
 * @example new KeptSecrets("my-project", process.env).values("AWS")
 */
export class KeptSecrets {
  readonly #folder: string;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #read = new Map<string, PlainSecrets>();
  #signature = "";
  /** What was last followed, and the file as it was left then. */
  #followed:
    | { readonly index: ProjectIndex; readonly isWhole: boolean; readonly signature: string }
    | undefined;

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

  /**
   * Takes the values along after constants and configurations were renamed, removed or brought back. Call it before values
   * are asked for; it costs nothing while neither the project nor the file changes.
   *
   * @param isWhole whether all files of the project could be read: what cannot be is not taken for removed
   */
  follow(index: ProjectIndex, isWhole: boolean): Problem | undefined {
    const signature = this.#fileSignature();
    const { index: before, isWhole: wasWhole } = this.#followed ?? {};
    const isKnown = before === index && wasWhole === isWhole && this.#followed?.signature === signature;
    if (isKnown || signature === "") return undefined;
    const owners = secretOwners(index, isWhole);
    const result = asResult(() => {
      const file = this.#file();
      const ring = new KeyRing(this.#folder, this.#environment);
      if (file.values.length > 0 && !isSettled(file, owners, ring)) {
        this.#locked(() => writeSecretFile(this.#folder, followed(this.#fileInLock(), owners, ring)));
      }
      this.#followed = { index, isWhole, signature: this.#fileSignature() };
      return {};
    });
    return "problem" in result ? result.problem : undefined;
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
        // Which configurations there are is noted anew with the next look.
        if (values.length > 0) writeSecretFile(this.#folder, { project: file.project, values });
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
        .filter((entry) => entry.configuration === of && entry.removedAt === undefined)
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

function stateOf({ constant, configuration, setAt, removedAt }: SecretEntry): SecretState {
  return { constant, configuration, setAt, ...(removedAt === undefined ? {} : { removedAt }) };
}

/** What a value is bound to: it opens nowhere else. */
function placeText(
  { project }: SecretFile,
  { constant, configuration, id }: SecretPlace & { readonly id?: string | undefined },
): string {
  const place = ["rivulet secret", project, configuration, constant];
  return JSON.stringify(id === undefined ? place : [...place, id]);
}

const configurationsText = ({ project }: SecretFile) => JSON.stringify(["rivulet configurations", project]);

/** The configurations when somebody last looked; `undefined` where nobody knows for certain. */
function seenConfigurations(file: SecretFile, ring: KeyRing): readonly SeenConfiguration[] | undefined {
  const { configurations } = file;
  if (!configurations) return undefined;
  try {
    const text = unseal(configurations, ring.find(configurations.kid), configurationsText(file));
    return JSON.parse(text) as readonly SeenConfiguration[];
  } catch {
    return undefined;
  }
}

function isSettled(file: SecretFile, owners: SecretOwners, ring: KeyRing): boolean {
  const before = seenConfigurations(file, ring);
  const entries = followOwners(file.values, owners, { before, now: Date.now() });
  const isSame = !owners.isWhole || JSON.stringify(before) === JSON.stringify(owners.configurations);
  return isSame && isAsItWas(file.values, entries);
}

/** The file with every value where it belongs now: one that has moved is sealed for its new place. */
function followed(file: SecretFile, owners: SecretOwners, ring: KeyRing): SecretFile {
  const before = seenConfigurations(file, ring);
  const key = ring.need();
  const values = followOwners(file.values, owners, { before, now: Date.now() }).map((one): SecretEntry => {
    const { entry, id, constant, configuration, removedAt } = one;
    if (!hasMoved(one)) return { ...entry, removedAt };
    const place = { constant, configuration, id };
    const value = seal(JSON.stringify(open(file, entry, ring)), key, placeText(file, place));
    return { ...entry, ...place, removedAt, value };
  });
  if (!owners.isWhole) return { ...file, values };
  const configurations = seal(JSON.stringify(owners.configurations), key, configurationsText(file));
  return { ...file, values, configurations };
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
