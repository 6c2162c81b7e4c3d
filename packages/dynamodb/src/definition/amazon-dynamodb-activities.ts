import type { ActivityDefinition } from "@rivulet/activities";
import { batchGetItem } from "./operations/batch-get-item/definition.ts";
import { batchWriteItem } from "./operations/batch-write-item/definition.ts";
import { deleteItem } from "./operations/delete-item/definition.ts";
import { describeTable } from "./operations/describe-table/definition.ts";
import { getItem } from "./operations/get-item/definition.ts";
import { getItemValue } from "./operations/get-item-value/definition.ts";
import { listTables } from "./operations/list-tables/definition.ts";
import { putItem } from "./operations/put-item/definition.ts";
import { query } from "./operations/query/definition.ts";
import { scanTable } from "./operations/scan-table/definition.ts";
import { updateItem } from "./operations/update-item/definition.ts";

/** The activities of AmazonDynamoDBConnector, in the order of the toolbox. */
export const amazonDynamoDBActivities: readonly ActivityDefinition[] = [
  listTables,
  describeTable,
  getItem,
  putItem,
  updateItem,
  deleteItem,
  query,
  scanTable,
  batchGetItem,
  batchWriteItem,
  getItemValue,
];
