import type { ExecutionContext } from "@rivulet/runtime";
import { type EntityObject, isKindOf, readAttribute, type Value } from "@rivulet/values";
import { textIn } from "../blank.ts";

/** How the calls of a request are made, as JSON, so that it can be recorded and compared. Times in milliseconds. */
export type ClientSettings = {
  /** For a whole call, with its retries and the pauses between them. */
  readonly callTimeout?: number;
  /** For one attempt. */
  readonly attemptTimeout?: number;
  /** Until a connection stands. */
  readonly connectionTimeout?: number;
  /** Longest silence on a connection. */
  readonly socketTimeout?: number;
  /** The first attempt included: at least 1. */
  readonly maximumAttempts?: number;
  readonly maximumConnections?: number;
  /** Address of this machine from which to connect. */
  readonly localAddress?: string;
};

/** The settings of a client, and the address that the request asks for. */
export interface RequestedClient {
  readonly settings: ClientSettings;
  readonly endpoint: string | undefined;
}

type Wishes = { readonly [Key in keyof ClientSettings]-?: ClientSettings[Key] | undefined };

const nothingRequested: RequestedClient = { settings: {}, endpoint: undefined };

/** Longest time that a timer of Node takes; what is longer would end at once. */
const longestTimer = 2 ** 31 - 1;

function read(object: EntityObject | undefined, attribute: string): Value {
  return object?.shape.attributesByName.has(attribute) ? readAttribute(object, attribute) : null;
}

/** An empty number asks for nothing, and so does one of 0 or less: it would forbid every call. */
function positive(object: EntityObject | undefined, attribute: string): number | undefined {
  const value = read(object, attribute);
  const number = typeof value === "number" || typeof value === "bigint" ? Number(value) : 0;
  return number > 0 ? Math.min(number, longestTimer) : undefined;
}

function attemptsOf(policy: EntityObject | undefined): number | undefined {
  if (!policy) return undefined;
  if (isKindOf(policy.shape, "AWSAuthentication.NoRetryPolicy")) return 1;
  const retries = read(policy, "MaxNumberOfRetries");
  return typeof retries === "number" && retries >= 0 ? retries + 1 : undefined;
}

/** Leaves out what is not asked for, so that equal wishes are equal JSON. */
function given(wishes: Wishes): ClientSettings {
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
}

/**
 * What a request's client configuration asks for: BasicClientConfig, or SdkClientConfig with its retry policy and
 * connection settings (reference aws.md A1).
 */
export function readClientSettings(request: EntityObject, { linked }: ExecutionContext): RequestedClient {
  const [config] = linked("AWSAuthentication.AbstractRequest_BasicClientConfig", request);
  if (!config) return nothingRequested;
  const isSdkConfig = isKindOf(config.shape, "AWSAuthentication.SdkClientConfig");
  const follow = (association: string) => (isSdkConfig ? linked(association, config)[0] : undefined);
  const policy = follow("AWSAuthentication.SdkClientConfig_AbstractRetryPolicy");
  const http = follow("AWSAuthentication.SdkClientConfig_AbstractHttpConfig");
  const settings = given({
    callTimeout: positive(config, "ApiTimeOutInMs"),
    attemptTimeout: positive(config, "ApiAttemptTimeOutInMs"),
    connectionTimeout: positive(http, "ConnectionTimeOutInMs"),
    socketTimeout: positive(http, "SocketTimeOutInMs"),
    maximumAttempts: attemptsOf(policy),
    maximumConnections: positive(http, "MaxConnections"),
    localAddress: textIn(read(http, "LocalAddress")),
  });
  return { settings, endpoint: textIn(read(config, "EndpointUrl")) };
}
