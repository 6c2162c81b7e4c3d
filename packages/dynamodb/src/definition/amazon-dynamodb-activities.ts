import type { ActivityDefinition } from "@rivulet/activities";
import { describeTable } from "./operations/describe-table/definition.ts";
import { listTables } from "./operations/list-tables/definition.ts";

/** The activities of AmazonDynamoDBConnector, in the order of the toolbox. */
export const amazonDynamoDBActivities: readonly ActivityDefinition[] = [listTables, describeTable];
