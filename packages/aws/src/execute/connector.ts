import type { Connector } from "@rivulet/runtime";
import { awsAuthenticationActivities, awsAuthenticationModule } from "../definition/index.ts";
import { executeGetStaticCredentials } from "./operations/get-static-credentials/execute.ts";

/**
 * Signing in to AWS, for an engine.
 *
 * @example createEngine({ connectors: [awsAuthentication, amazonDynamoDB] })
 */
export const awsAuthentication: Connector = {
  module: awsAuthenticationModule,
  activities: awsAuthenticationActivities,
  executors: [executeGetStaticCredentials],
  effects: {},
};
