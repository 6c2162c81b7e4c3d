import type { Connector, EffectHandler } from "@rivulet/runtime";
import { awsAuthenticationActivities, awsAuthenticationModule } from "../definition/index.ts";
import { connectionKeysEffect, connectionKeysKind } from "./connection/connection-keys.ts";
import { executeGetCredentials } from "./operations/get-credentials/execute.ts";
import { executeGetSigV4Headers } from "./operations/get-sigv4-headers/execute.ts";
import { executeGetStaticCredentials } from "./operations/get-static-credentials/execute.ts";
import {
  createSessionKind,
  executeGetTemporaryCredentials,
} from "./operations/get-temporary-credentials/execute.ts";
import {
  executeValidateCredentials,
  getCallerIdentityKind,
} from "./operations/validate-credentials/execute.ts";
import { getCallerIdentity } from "./sts/sts-service.ts";

/** Signing brings Node's cryptography with it, which takes a fifth of the time in which a command starts. */
const createSession: EffectHandler = async (request, context) => {
  const session = await import("./roles-anywhere/create-session.ts");
  return session.createSession(request, context);
};

/**
 * Signing in to AWS, for an engine.
 *
 * @example createEngine({ connectors: [awsAuthentication, amazonDynamoDB] })
 */
export const awsAuthentication: Connector = {
  module: awsAuthenticationModule,
  activities: awsAuthenticationActivities,
  executors: [
    executeGetStaticCredentials,
    executeGetTemporaryCredentials,
    executeGetCredentials,
    executeValidateCredentials,
    executeGetSigV4Headers,
  ],
  effects: {
    [createSessionKind]: createSession,
    [getCallerIdentityKind]: getCallerIdentity,
    [connectionKeysKind]: connectionKeysEffect,
  },
};
