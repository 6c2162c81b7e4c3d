import { type ExecutionContext, FlowError, type JsonObject } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import { type ClientSettings, readClientSettings } from "../client/client-settings.ts";
import { embeddedKeys } from "../credentials/aws-keys.ts";
import { readCredentials } from "../credentials/read-credentials.ts";
import { renewIfExpiring } from "../credentials/renewable-credentials.ts";
import { endpointOfCall } from "./endpoint-of-call.ts";
import { regionOfCall } from "./region-of-call.ts";

/** A call of an AWS service as the request of an effect: all that it depends on, without a secret in it. */
export type AwsCall = {
  readonly region: string;
  /** `null` for the address of AWS. */
  readonly endpoint: string | null;
  /** Handle of the keys in the run's vault. */
  readonly credentials: string;
  readonly client: ClientSettings;
  /** Input of the operation, in the form that the AWS SDK takes. */
  readonly input: JsonObject;
};

/** The three things that every AWS activity is given, and its label for messages. */
export interface CallInputs {
  readonly label: string;
  readonly request: EntityObject | null;
  readonly region: string | null;
  readonly credentials: EntityObject | null;
}

/** A call without its input, and the request from which that is made. */
export interface PreparedCall {
  readonly request: EntityObject;
  readonly call: Omit<AwsCall, "input">;
}

/** The embedded DynamoDB may just be coming up again; the SDK's usual four attempts are over before it has. */
const embeddedClient: ClientSettings = { maximumAttempts: 6 };

function missingRequest(label: string): FlowError {
  return new FlowError({
    code: "missing-request",
    message: `The request of ${label} is empty. Make one with Create object before it.`,
  });
}

/**
 * Checks what an AWS activity was given, in the order credentials, request, region (seed catalog,
 * `requiredCheckOrder`), and says where and how the call goes.
 *
 * @throws {FlowError} `missing-credentials`, `missing-request`, `missing-region`, `invalid-region`, `invalid-endpoint`
 */
export async function prepareCall(inputs: CallInputs, context: ExecutionContext): Promise<PreparedCall> {
  const { label, request } = inputs;
  const renewing = renewIfExpiring(inputs.credentials, context);
  if (renewing) await renewing;
  const keys = readCredentials(inputs.credentials, label);
  if (request === null) throw missingRequest(label);
  const { settings, secrets } = context;
  const region = regionOfCall(inputs.region, settings);
  const { settings: client, endpoint: own } = readClientSettings(request, context);
  const isEmbedded = settings.endpoint.kind === "embedded" && own === undefined;
  const call = {
    region,
    endpoint: await endpointOfCall(own, region, settings),
    credentials: secrets.keep({ ...(isEmbedded ? embeddedKeys : keys) }, { isPublic: isEmbedded }),
    client: isEmbedded ? { ...embeddedClient, ...client } : client,
  };
  return { request, call };
}
