import type { Connector } from "@rivulet/runtime";
import { amazonDynamoDBActivities, amazonDynamoDBModule } from "../definition/index.ts";
import type { Operation } from "./operation.ts";
import { executeDescribeTable } from "./operations/describe-table/execute.ts";
import { executeListTables } from "./operations/list-tables/execute.ts";

const operations: readonly Operation[] = [executeListTables, executeDescribeTable];

/**
 * Amazon DynamoDB, for an engine; it needs `awsAuthentication` beside it.
 *
 * @example createEngine({ connectors: [awsAuthentication, amazonDynamoDB] })
 */
export const amazonDynamoDB: Connector = {
  module: amazonDynamoDBModule,
  activities: amazonDynamoDBActivities,
  executors: operations.map(({ executor }) => executor),
  effects: Object.fromEntries(operations.map(({ executor, effect }) => [executor.kind, effect])),
};
