import { type ExecutionContext, implement } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import { getTemporaryCredentials } from "../../../definition/index.ts";
import { regionOfCall } from "../../call/region-of-call.ts";
import { type AwsKeys, embeddedKeys } from "../../credentials/aws-keys.ts";
import { credentialsObject, type HandedOutKeys } from "../../credentials/renewable-credentials.ts";
import type { SessionResponse } from "../../roles-anywhere/create-session.ts";
import { sessionRequest } from "./session-request.ts";

/** Kind of the effect that asks for a session. */
export const createSessionKind = "AWSAuthentication.CreateSession";

async function sessionKeys(region: string, context: ExecutionContext): Promise<HandedOutKeys> {
  const response = (await context.effect(
    createSessionKind,
    sessionRequest(region, context),
  )) as SessionResponse;
  const keys = context.secrets.open(response.credentials) as Readonly<Record<string, string>> & AwsKeys;
  return { keys, expiration: response.expiration };
}

/** Temporary keys for a region; dummy ones for an embedded configuration. */
export async function temporaryCredentials(
  region: string | null,
  context: ExecutionContext,
): Promise<EntityObject> {
  const { settings } = context;
  const name = regionOfCall(region, settings);
  if (settings.endpoint.kind === "embedded")
    return credentialsObject({ keys: { ...embeddedKeys, sessionToken: "embedded" } }, context);
  return credentialsObject(await sessionKeys(name, context), context, (later) => sessionKeys(name, later));
}

/** Makes a TemporaryCredentials object by IAM Roles Anywhere. */
export const executeGetTemporaryCredentials = implement(getTemporaryCredentials, ({ Region }, context) =>
  temporaryCredentials(Region, context),
);
