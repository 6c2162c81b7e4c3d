import type { Connector } from "@rivulet/runtime";
import { amazonDynamoDBActivities, amazonDynamoDBModule } from "../definition/index.ts";
import type { Operation } from "./operation.ts";
import { executeBatchGetItem } from "./operations/batch-get-item/execute.ts";
import { executeBatchWriteItem } from "./operations/batch-write-item/execute.ts";
import { executeDeleteItem } from "./operations/delete-item/execute.ts";
import { executeDescribeTable } from "./operations/describe-table/execute.ts";
import { executeGetItem } from "./operations/get-item/execute.ts";
import { executeGetItemValue } from "./operations/get-item-value/execute.ts";
import { executeListTables } from "./operations/list-tables/execute.ts";
import { executePutItem } from "./operations/put-item/execute.ts";
import { executeQuery } from "./operations/query/execute.ts";
import { executeScanTable } from "./operations/scan-table/execute.ts";
import { executeUpdateItem } from "./operations/update-item/execute.ts";

const operations: readonly Operation[] = [
  executeListTables,
  executeDescribeTable,
  executeGetItem,
  executePutItem,
  executeUpdateItem,
  executeDeleteItem,
  executeQuery,
  executeScanTable,
  executeBatchGetItem,
  executeBatchWriteItem,
];

/**
 * Amazon DynamoDB, for an engine; it needs `awsAuthentication` beside it.
 *
 * @example createEngine({ connectors: [awsAuthentication, amazonDynamoDB] })
 */
export const amazonDynamoDB: Connector = {
  module: amazonDynamoDBModule,
  activities: amazonDynamoDBActivities,
  executors: [...operations.map(({ executor }) => executor), executeGetItemValue],
  effects: Object.fromEntries(operations.map(({ executor, effect }) => [executor.kind, effect])),
};
