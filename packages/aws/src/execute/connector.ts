import type { Connector } from "@rivulet/runtime";
import { awsAuthenticationActivities, awsAuthenticationModule } from "../definition/index.ts";
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
import { createSession } from "./roles-anywhere/create-session.ts";
import { getCallerIdentity } from "./sts/sts-service.ts";

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
  effects: { [createSessionKind]: createSession, [getCallerIdentityKind]: getCallerIdentity },
};
