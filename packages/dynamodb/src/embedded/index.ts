export { joinEmbeddedDynamoDB } from "./data-folder/join.ts";
export type { EmbeddedDynamoDB } from "./embedded-dynamodb.ts";
export { EmbeddedDynamoDBError, type EmbeddedDynamoDBErrorCode } from "./embedded-dynamodb-error.ts";
export type { AwsErrorCode } from "./fault-proxy/aws-errors.ts";
export type { DynamoDBRequest } from "./fault-proxy/dynamodb-request.ts";
export {
  type FaultProxy,
  type FaultProxyOptions,
  type RecordedRequest,
  startFaultProxy,
} from "./fault-proxy/fault-proxy.ts";
export type { Fault, FaultEffect, FaultRule } from "./fault-proxy/fault-rule.ts";
export type { ImplementationChoice } from "./implementations/choose-implementation.ts";
export type { ImplementationName } from "./implementations/implementation.ts";
export { openEmbeddedDynamoDB } from "./open-embedded-dynamodb.ts";
export type { RunningRegion, Seed } from "./region-instance.ts";
export { type SampleTable, sampleTables } from "./sample-tables/sample-tables.ts";
export { seedSampleTables } from "./sample-tables/seed-sample-tables.ts";
export { type EmbeddedDynamoDBOptions, startEmbeddedDynamoDB } from "./start-embedded-dynamodb.ts";
