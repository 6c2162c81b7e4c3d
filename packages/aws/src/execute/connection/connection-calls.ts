import {
  type EffectHandler,
  FlowError,
  type JsonObject,
  type JsonValue,
  type RunSettings,
  SecretMask,
  SecretStore,
} from "@rivulet/runtime";
import { textIn } from "../blank.ts";
import { endpointOfCall } from "../call/endpoint-of-call.ts";
import { regionOfCall } from "../call/region-of-call.ts";
import type { ClientSettings } from "../client/client-settings.ts";
import type { AwsKeys } from "../credentials/aws-keys.ts";
import { hasNoStaticKeys, staticKeys } from "../operations/get-static-credentials/static-keys.ts";
import { connectionKeys } from "./connection-keys.ts";

/** What is called outside of runs: a configuration as a run would have it, with the effects of all connectors. */
export interface UsedConnection {
  readonly settings: RunSettings;
  readonly effects: Readonly<Record<string, EffectHandler>>;
  readonly signal: AbortSignal;
  /** Longest time of one call in milliseconds; 10 seconds when left out. */
  readonly callTimeout?: number;
}

/** Why a call failed: its code, the words of AWS, what is known besides. */
export interface ConnectionError {
  readonly code: string;
  readonly message: string;
  readonly details: JsonValue;
}

/** The region in which the embedded DynamoDB is asked when nobody chose one. In a run there is no such default. */
const embeddedRegion = "us-east-1";

/** Calls over a connection while nothing runs, for somebody who waits for the answer: signed and addressed as in a run. */
export class ConnectionCalls {
  readonly #connection: UsedConnection;
  readonly #client: ClientSettings;
  readonly mask = new SecretMask(() => []);
  readonly #secrets = new SecretStore(this.mask);

  constructor(connection: UsedConnection) {
    this.#connection = connection;
    // One attempt more than none, and an end: somebody waits.
    this.#client = { maximumAttempts: 2, callTimeout: connection.callTimeout ?? 10_000 };
  }

  /** The region that is asked; `undefined` when nobody chose one. */
  get regionName(): string | undefined {
    const { region, endpoint } = this.#connection.settings;
    return textIn(region) ?? (endpoint.kind === "embedded" ? embeddedRegion : undefined);
  }

  readonly #effect = (kind: string, request: unknown) => {
    const { effects, signal } = this.#connection;
    const handler = effects[kind];
    if (!handler) throw new Error(`Nothing does ${kind}.`);
    return handler(request as JsonObject, { signal, secrets: this.#secrets, log: () => undefined });
  };

  async #keys(): Promise<AwsKeys> {
    const { settings } = this.#connection;
    const connected = hasNoStaticKeys(settings)
      ? await connectionKeys({ settings, effect: this.#effect, secrets: this.#secrets })
      : undefined;
    return connected?.keys ?? staticKeys(settings);
  }

  /** The region of a call. @throws {FlowError} `missing-region`, `invalid-region` */
  #region(): string {
    const { settings } = this.#connection;
    const region = this.regionName;
    if (region !== undefined) return regionOfCall(null, { ...settings, region });
    const { configuration } = settings;
    throw new FlowError({
      code: "missing-region",
      message: `Configuration ${configuration} has no region, so nobody was asked. Choose one in the configuration, or set --region or AWS_REGION. A run takes the Region of its activities.`,
      details: { configuration },
    });
  }

  /** Does an effect at an address; `null` is that of AWS. */
  async call(kind: string, endpoint: string | null, input: JsonObject): Promise<unknown> {
    const region = this.#region();
    const credentials = this.#secrets.keep({ ...(await this.#keys()) });
    return this.#effect(kind, { region, endpoint, credentials, client: this.#client, input });
  }

  /** Does an operation of DynamoDB where the configuration has it. */
  async dynamodb(operation: string, input: JsonObject): Promise<unknown> {
    const endpoint = await endpointOfCall(undefined, this.#region(), this.#connection.settings);
    return this.call(`AmazonDynamoDBConnector.${operation}`, endpoint, input);
  }

  /** What went wrong, without secrets. */
  errorOf(error: unknown): ConnectionError {
    const message = this.mask.text(error instanceof Error ? error.message : String(error));
    if (!(error instanceof FlowError)) return { code: "internal-error", message, details: null };
    return { code: error.code, message, details: this.mask.json(error.details) };
  }
}
