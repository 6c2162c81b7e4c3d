import { type ExecutionContext, FlowError, implement } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import { validateCredentials } from "../../../definition/index.ts";
import type { AwsCall } from "../../call/aws-call.ts";
import { regionOfCall } from "../../call/region-of-call.ts";
import { serviceEndpoint } from "../../call/service-endpoint.ts";
import { readCredentials } from "../../credentials/read-credentials.ts";
import { renewIfExpiring } from "../../credentials/renewable-credentials.ts";

/** Kind of the effect that asks who the keys belong to. */
export const getCallerIdentityKind = "AWSAuthentication.GetCallerIdentity";

async function callOf(
  credentials: EntityObject | null,
  region: string | null,
  context: ExecutionContext,
): Promise<AwsCall> {
  const { settings, secrets } = context;
  await renewIfExpiring(credentials, context);
  const keys = readCredentials(credentials, validateCredentials.label);
  return {
    region: regionOfCall(region, settings),
    endpoint: serviceEndpoint("STS", settings),
    credentials: secrets.keep({ ...keys }),
    client: {},
    input: {},
  };
}

/** Whether AWS takes some keys; why not stands in the log. */
export const executeValidateCredentials = implement(
  validateCredentials,
  async ({ Credentials, ENUM_Region: region }, context) => {
    const call = await callOf(Credentials, region, context);
    if (context.settings.endpoint.kind === "embedded") return true;
    try {
      await context.effect(getCallerIdentityKind, call);
      return true;
    } catch (error) {
      if (!(error instanceof FlowError) || !error.isCatchable || error.code === "cancelled") throw error;
      context.log({ level: "error", node: "AWSAuthentication", message: error.message, at: Date.now() });
      return false;
    }
  },
);
