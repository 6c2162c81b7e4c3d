import type { AwsKeys } from "../credentials/aws-keys.ts";
import { guardedLookup } from "../reach/guarded-lookup.ts";
import type { ClientSettings } from "./client-settings.ts";

/** What a client is made for. Two calls with equal targets share a client and its connections. */
export interface ClientTarget {
  readonly region: string;
  /** `null` for the address of AWS. */
  readonly endpoint: string | null;
  readonly keys: AwsKeys;
  readonly client: ClientSettings;
}

/** Options that the clients of all services of the AWS SDK take. */
export interface ClientOptions {
  readonly region: string;
  readonly credentials: AwsKeys;
  /** What `watchCalls` builds on. */
  readonly cacheMiddleware: true;
  readonly endpoint?: string;
  readonly maxAttempts?: number;
  readonly requestHandler?: Readonly<Record<string, unknown>>;
  readonly useDualstackEndpoint?: boolean;
  readonly useFipsEndpoint?: boolean;
}

/** The addresses behind the name of an endpoint that was given are looked at; those of AWS are the SDK's own. */
function agentOptions({ endpoint, client: { maximumConnections, localAddress } }: ClientTarget) {
  return {
    ...(endpoint === null ? {} : { lookup: guardedLookup }),
    ...(maximumConnections === undefined ? {} : { maxSockets: maximumConnections }),
    ...(localAddress === undefined ? {} : { localAddress }),
  };
}

function requestHandlerOptions(target: ClientTarget) {
  const { attemptTimeout, connectionTimeout, socketTimeout } = target.client;
  const agent = agentOptions(target);
  return {
    ...(attemptTimeout === undefined ? {} : { requestTimeout: attemptTimeout, throwOnRequestTimeout: true }),
    ...(connectionTimeout === undefined ? {} : { connectionTimeout }),
    ...(socketTimeout === undefined ? {} : { socketTimeout }),
    ...(Object.keys(agent).length === 0 ? {} : { httpAgent: agent, httpsAgent: agent }),
  };
}

/**
 * The options of a client of the AWS SDK. What is not asked for is left to the SDK: its environment variables and
 * shared files count for AWS itself, but not for an address that was given.
 *
 * @example new DynamoDBClient(clientOptions(target))
 */
export function clientOptions(target: ClientTarget): ClientOptions {
  const { region, endpoint, keys, client } = target;
  const handler = requestHandlerOptions(target);
  const { maximumAttempts } = client;
  return {
    region,
    // A copy: the SDK writes its notes into it.
    credentials: { ...keys },
    cacheMiddleware: true,
    ...(endpoint === null ? {} : { endpoint, useDualstackEndpoint: false, useFipsEndpoint: false }),
    ...(maximumAttempts === undefined ? {} : { maxAttempts: maximumAttempts }),
    ...(Object.keys(handler).length === 0 ? {} : { requestHandler: handler }),
  };
}
