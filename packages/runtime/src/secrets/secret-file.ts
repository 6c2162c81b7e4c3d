import { randomUUID } from "node:crypto";
import { JsonError, type JsonValue, parseJson } from "@rivulet/model";
import type { QualifiedName } from "@rivulet/values";
import * as z from "zod/mini";
import { readOwnerFile, writeOwnerFile } from "./owner-file.ts";
import type { SealedValue } from "./sealed-value.ts";
import { SecretsError } from "./secrets-error.ts";

/** Where a project folder keeps the values of its secret constants. */
export const secretValuesFile = ".rivulet/secrets.json";

/** What a secret value is for. */
export interface SecretPlace {
  readonly constant: QualifiedName;
  /** Name of the configuration that it is for; `null` for all of them. */
  readonly configuration: string | null;
}

const base64 = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const sealedSchema = z.strictObject({
  v: z.literal(1),
  kid: z.string().check(z.maxLength(40)),
  wrappedKey: base64,
  iv: base64,
  ct: base64,
});
const entrySchema = z.strictObject({
  /** Id of the constant's record, by which the value follows it; left out until the project was looked at. */
  id: z.optional(z.string().check(z.maxLength(200))),
  constant: z.string().check(z.maxLength(401)),
  configuration: z.nullable(z.string().check(z.maxLength(200))),
  setAt: z.string().check(z.maxLength(40)),
  /** Since when its constant or its configuration is gone. */
  removedAt: z.optional(z.string().check(z.maxLength(40))),
  value: sealedSchema,
});
const fileSchema = z.strictObject({
  /** 2 knew no ids. */
  format: z.union([z.literal(2), z.literal(3)]),
  /** Tells this project's values from those of others that share a key. */
  project: z.string().check(z.maxLength(40)),
  values: z.array(entrySchema),
  /** The configurations when somebody last looked, sealed as values are. */
  configurations: z.optional(sealedSchema),
});

/** A value as it is kept. */
export type SecretEntry = Readonly<z.infer<typeof entrySchema>>;

/** The values of a project as they are kept. */
export interface SecretFile {
  readonly project: string;
  readonly values: readonly SecretEntry[];
  readonly configurations?: SealedValue | undefined;
}

/** Plain values by qualified name: how the file was written once, and how it may be written by hand. */
export type PlainSecrets = Readonly<Record<QualifiedName, JsonValue>>;

/** What a file of secret values holds. */
export type SecretFileContent =
  | { readonly kind: "encrypted"; readonly file: SecretFile }
  | { readonly kind: "plain"; readonly values: PlainSecrets };

/** A file without values. */
export function emptySecretFile(): SecretFile {
  return { project: randomUUID(), values: [] };
}

/** Reads the file; `undefined` when there is none. @throws {SecretsError} */
export function readSecretFile(projectFolder: string): SecretFileContent | undefined {
  const text = readOwnerFile(projectFolder, secretValuesFile);
  if (text === undefined) return undefined;
  const json = jsonOf(text);
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new SecretsError(`${secretValuesFile} holds no JSON object. Write {"Module.Constant": "value"}.`);
  }
  if (!Object.hasOwn(json, "format")) return { kind: "plain", values: json as PlainSecrets };
  const parsed = fileSchema.safeParse(json);
  if (parsed.success) return { kind: "encrypted", file: parsed.data };
  const message = `${secretValuesFile} is damaged, or was written by a newer Rivulet. Nothing was changed. Bring back a copy of it, or move it away and set the values anew.`;
  throw new SecretsError(message);
}

function jsonOf(text: string): JsonValue {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new SecretsError(`${secretValuesFile} is not read: ${error.message}`, { cause: error });
  }
}

/** Writes the file, all of it or nothing. @throws {SecretsError} */
export function writeSecretFile(projectFolder: string, file: SecretFile): void {
  const { project, values, configurations } = file;
  const text = JSON.stringify({ format: 3, project, values, configurations }, undefined, 2);
  writeOwnerFile(projectFolder, secretValuesFile, `${text}\n`);
}
