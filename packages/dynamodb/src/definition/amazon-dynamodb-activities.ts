import type { ActivityDefinition } from "@rivulet/activities";
import { listTables } from "./operations/list-tables/definition.ts";

/** The activities of AmazonDynamoDBConnector, in the order of the toolbox. */
export const amazonDynamoDBActivities: readonly ActivityDefinition[] = [listTables];
