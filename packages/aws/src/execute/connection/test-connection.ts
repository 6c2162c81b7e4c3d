import {
  type EffectHandler,
  FlowError,
  type JsonObject,
  type RunSettings,
  SecretMask,
  SecretStore,
} from "@rivulet/runtime";
import { textIn } from "../blank.ts";
import { endpointOfCall } from "../call/endpoint-of-call.ts";
import { regionOfCall } from "../call/region-of-call.ts";
import { serviceEndpoint } from "../call/service-endpoint.ts";
import type { ClientSettings } from "../client/client-settings.ts";
import type { AwsKeys } from "../credentials/aws-keys.ts";
import { hasNoStaticKeys, staticKeys } from "../operations/get-static-credentials/static-keys.ts";
import { getCallerIdentityKind } from "../operations/validate-credentials/execute.ts";
import { connectionKeys } from "./connection-keys.ts";

/** What a test of a connection found. */
export interface ConnectionTest {
  readonly configuration: string;
  readonly isWorking: boolean;
  /** Whether calls go to AWS itself, where they may cost money. */
  readonly isAws: boolean;
  /** The address that was given; `null` where AWS, or the embedded DynamoDB, was asked. */
  readonly endpoint: string | null;
  /** Constants of AWSAuthentication that are empty. */
  readonly emptyConstants: readonly string[];
  /** The region that was asked; `null` when nobody chose one and so nobody was asked. */
  readonly region: string | null;
  /** Whether somebody chose the region. The embedded DynamoDB has them all, and is tested in one even if nobody did. */
  readonly isRegionChosen: boolean;
  /** Whose keys they are, where AWS was asked. */
  readonly identity: string | null;
  /** Why it does not work: code, the words of AWS, request id. */
  readonly error: { readonly code: string; readonly message: string; readonly details: unknown } | null;
}

/** What is tested: a configuration as a run would have it, with the effects of all connectors. */
export interface TestedConnection {
  readonly settings: RunSettings;
  readonly effects: Readonly<Record<string, EffectHandler>>;
  readonly signal: AbortSignal;
}

/** One attempt more than none, and an end: somebody waits for the answer. */
const client: ClientSettings = { maximumAttempts: 2, callTimeout: 10_000 };

const constants = [
  "AccessKey",
  "SecretAccessKey",
  "SessionToken",
  "ClientCertificateID",
  "ProfileARN",
  "RoleARN",
  "TrustAnchorARN",
].map((name) => `AWSAuthentication.${name}`);

/** Only temporary keys need it. */
const sessionToken = "AWSAuthentication.SessionToken";

/** The region in which the embedded DynamoDB is tested when nobody chose one. In a run there is no such default. */
const embeddedRegion = "us-east-1";

function testedRegion({ region, endpoint }: RunSettings): string | undefined {
  return textIn(region) ?? (endpoint.kind === "embedded" ? embeddedRegion : undefined);
}

class Probe {
  readonly #connection: TestedConnection;
  readonly mask = new SecretMask(() => []);
  readonly #secrets = new SecretStore(this.mask);

  constructor(connection: TestedConnection) {
    this.#connection = connection;
  }

  readonly effect = (kind: string, request: unknown) => {
    const { effects, signal } = this.#connection;
    const handler = effects[kind];
    if (!handler) throw new Error(`Nothing does ${kind}.`);
    return handler(request as JsonObject, { signal, secrets: this.#secrets, log: () => undefined });
  };

  async keys(): Promise<AwsKeys> {
    const { settings } = this.#connection;
    const connected = hasNoStaticKeys(settings)
      ? await connectionKeys({ settings, effect: this.effect, secrets: this.#secrets })
      : undefined;
    return connected?.keys ?? staticKeys(settings);
  }

  async call(kind: string, endpoint: string | null, input: JsonObject): Promise<unknown> {
    const region = this.#region();
    const credentials = this.#secrets.keep({ ...(await this.keys()) });
    return this.effect(kind, { region, endpoint, credentials, client, input });
  }

  #region(): string {
    const { settings } = this.#connection;
    return regionOfCall(null, { ...settings, region: testedRegion(settings) });
  }

  /** Whose keys they are; only AWS itself knows. */
  async identity(): Promise<string | null> {
    const { settings } = this.#connection;
    if (settings.endpoint.kind !== "aws") return null;
    const answer = await this.call(getCallerIdentityKind, serviceEndpoint("STS", settings), {});
    return (answer as { readonly Arn?: string }).Arn ?? null;
  }

  async listTables(): Promise<void> {
    const { settings } = this.#connection;
    const endpoint = await endpointOfCall(undefined, this.#region(), settings);
    await this.call("AmazonDynamoDBConnector.ListTables", endpoint, { Limit: 1 });
  }
}

function errorOf(error: unknown, mask: SecretMask): NonNullable<ConnectionTest["error"]> {
  const message = mask.text(error instanceof Error ? error.message : String(error));
  if (!(error instanceof FlowError)) return { code: "internal-error", message, details: null };
  return { code: error.code, message, details: mask.json(error.details) };
}

/**
 * Tries a connection as a run would use it: gets its keys, asks AWS whose they are, and lists one table. Never throws:
 * what goes wrong is the answer.
 */
export async function testConnection(connection: TestedConnection): Promise<ConnectionTest> {
  const { settings } = connection;
  const probe = new Probe(connection);
  const isAws = settings.endpoint.kind === "aws";
  const isTemporary = settings.credentials?.kind === "temporaryKeys";
  const isEmpty = (name: string) =>
    textIn(settings.constant(name)) === undefined && (name !== sessionToken || isTemporary);
  const found = {
    configuration: settings.configuration,
    isAws,
    endpoint: settings.endpoint.kind === "explicit" ? probe.mask.text(settings.endpoint.url) : null,
    emptyConstants: settings.endpoint.kind === "embedded" ? [] : constants.filter(isEmpty),
    region: testedRegion(settings) ?? null,
    isRegionChosen: textIn(settings.region) !== undefined,
  };
  try {
    const identity = await probe.identity();
    await probe.listTables();
    return { ...found, isWorking: true, identity, error: null };
  } catch (error) {
    return { ...found, isWorking: false, identity: null, error: errorOf(error, probe.mask) };
  }
}
