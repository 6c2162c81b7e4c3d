import {
  type EffectHandler,
  type ExecutionContext,
  FlowError,
  type JsonObject,
  type RunSettings,
} from "@rivulet/runtime";
import { regionOfCall } from "../call/region-of-call.ts";
import type { AwsKeys } from "../credentials/aws-keys.ts";
import { KeptKeys } from "../credentials/kept-keys.ts";
import type { HandedOutKeys } from "../credentials/renewable-credentials.ts";
import { readAwsFailure } from "../errors/aws-failure.ts";
import { keysFromProvider, type ProviderRequest } from "./credential-providers.ts";

/** Kind of the effect that gets the keys of a connection. */
export const connectionKeysKind = "AWSAuthentication.ConnectionCredentials";

const kept = new KeptKeys();

function refused({ credentials }: ProviderRequest, error: unknown): FlowError {
  const { codes, message } = readAwsFailure(error);
  const reason = codes[0] === undefined ? message : `${codes[0]}: ${message}`;
  return new FlowError({
    code: "connection-credentials",
    message: `The connection gives no keys by ${credentials.kind}: ${reason.replace(/\.+$/, "")}. Correct the credentials of the configuration, or sign in with the AWS command line.`,
    details: { kind: credentials.kind, awsCode: codes[0] ?? null, awsMessage: message },
    cause: error,
  });
}

/** Gets the keys of a connection, kept until they are about to expire: the response is a handle of the run's vault. */
export const connectionKeysEffect: EffectHandler = async (json, { secrets }) => {
  const request = json as unknown as ProviderRequest;
  try {
    const { keys, expiration } = await kept.get(JSON.stringify(request), () => keysFromProvider(request));
    return { credentials: secrets.keep({ ...keys }), expiration };
  } catch (error) {
    throw refused(request, error);
  }
};

function requestOf(settings: RunSettings): (ProviderRequest & JsonObject) | undefined {
  const { credentials } = settings;
  if (!credentials) return undefined;
  const { kind, roleArn } = credentials;
  if (kind === "temporaryKeys") return undefined;
  if (kind === "assumeRole" && !roleArn) {
    throw new FlowError({
      code: "connection-credentials",
      message: `Configuration ${settings.configuration} takes on a role and names none. Give the ARN of the role.`,
    });
  }
  // What is left out is left out in JSON, which the type does not say.
  return { credentials, region: regionOfCall(null, settings) } as unknown as ProviderRequest & JsonObject;
}

/**
 * The keys of the connection that the configuration describes; `undefined` where it describes none.
 *
 * @throws {FlowError} `connection-credentials`, `missing-region`
 */
export async function connectionKeys(
  context: Pick<ExecutionContext, "settings" | "effect" | "secrets">,
): Promise<HandedOutKeys | undefined> {
  const request = requestOf(context.settings);
  if (!request) return undefined;
  const response = (await context.effect(connectionKeysKind, request)) as {
    readonly credentials: string;
    readonly expiration: number;
  };
  const keys = context.secrets.open(response.credentials) as Readonly<Record<string, string>> & AwsKeys;
  return { keys, expiration: response.expiration };
}
