import type { QualifiedName } from "@rivulet/values";
import type { SecretValuesResult } from "../secrets/kept-secrets.ts";

/** Settings that were given with one command or request; they win over all others. */
export interface SettingsFlags {
  /** Name of a configuration of the project. */
  readonly configuration?: string;
  readonly endpoint?: string;
  readonly region?: string;
  /** Values of constants by qualified name, as written: JSON, or for a String plain text. */
  readonly constants?: Readonly<Record<QualifiedName, string>>;
}

/** The embedded DynamoDB of this process or of the server that is joined. */
export interface EmbeddedEndpoints {
  /** The address for a region; starts what is not running yet. */
  readonly endpointFor: (region: string) => Promise<string>;
}

/** Everywhere that a setting can come from, beside the project itself. Nothing else is looked at. */
export interface SettingsSources {
  readonly flags?: SettingsFlags;
  /** Environment variables: `process.env` in a program of one's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Values of secret constants for runs with a configuration; see `KeptSecrets`. */
  readonly secretValues?: (configuration: string) => SecretValuesResult;
  /** What the configuration that this machine keeps as the active one is known by; the first one when left out. */
  readonly activeConfiguration?: string;
  readonly embedded?: EmbeddedEndpoints;
}
