import * as z from "zod/mini";
import { navigationSchema } from "./page-records.ts";
import { documentation, json, name, qualifiedName } from "./record-parts.ts";

/*
 * The settings of a project: the file rivulet.json.
 */

const awsName = z.optional(z.string().check(z.maxLength(2048)));

/** Where a configuration for AWS gets its keys when its two constants for static ones are empty. */
export const connectionCredentialsSchema = z.strictObject({
  /**
   * As the AWS SDK names its providers: `defaultChain` looks where all tools of AWS look; `profile`, `sso` and
   * `process` are what a profile of this machine says; `assumeRole` asks for a role with the keys of the chain or of a
   * profile; `webIdentity` trades the token of the environment; `container` and `instance` ask the machine.
   * `temporaryKeys` are none of these: keys and session token as somebody copied them, in constants, as secrets.
   */
  kind: z.enum([
    "defaultChain",
    "profile",
    "sso",
    "process",
    "assumeRole",
    "webIdentity",
    "container",
    "instance",
    "temporaryKeys",
  ]),
  profile: awsName,
  roleArn: awsName,
  externalId: awsName,
  sessionName: awsName,
  durationSeconds: z.optional(z.int().check(z.gte(900), z.lte(43_200))),
});

const configuration = z.strictObject({
  name,
  /** The name that it had at first, or what tells it from others; left out while that is its name ({@link configurationId}). */
  id: z.optional(name),
  /** `embedded` talks only to the embedded DynamoDB, with dummy keys; `aws` only to AWS or `endpoint`. */
  kind: z.enum(["embedded", "aws"]),
  endpoint: z.optional(z.string().check(z.maxLength(2048))),
  region: z.optional(z.string().check(z.maxLength(64))),
  /** Left out: static keys from constants, else from the environment. */
  credentials: z.optional(connectionCredentialsSchema),
  /** Values of constants by qualified name, as value JSON. Never one of a secret constant. */
  constants: z._default(z.record(qualifiedName, json), {}),
});

/** How the identity of a project is written. */
export const projectIdentityPattern = /^[\w-]{8,64}$/;

/** The one record of type `project`. */
export const projectRecord = z.strictObject({
  id: z.literal("project"),
  type: z.literal("project"),
  name,
  documentation,
  /** Connector modules that the project uses; their content is not copied into it. */
  connectors: z.array(z.strictObject({ module: name, version: z.string().check(z.maxLength(40)) })),
  configurations: z.array(configuration),
  security: z.strictObject({
    level: z.enum(["off", "prototype", "production"]),
    userRoles: z.array(z.strictObject({ name, moduleRoles: z.array(qualifiedName) })),
    /** Invented people in whose place the application is tried; they have no password, and nobody signs in as one. */
    demoUsers: z.optional(z.array(z.strictObject({ name, userRoles: z.array(name) }))),
    /** Whether they count at the level `production` too; at `off` there is nobody to be. */
    demoUsersInProduction: z.optional(z.boolean()),
  }),
  /** What the running application shows first, and its menu. */
  navigation: z.optional(navigationSchema),
  /** Limits that differ from the defaults (docs/limits.md), by name. */
  limits: z.optional(z.record(z.string(), z.number())),
  /** Tells the project from others of the same database, wherever it lies and whatever it is called. */
  identity: z.optional(z.string().check(z.regex(projectIdentityPattern))),
});
