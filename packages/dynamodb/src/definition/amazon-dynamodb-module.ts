import { declareConnectorModule } from "@rivulet/model";
import { batches } from "./domain-model/batches.ts";
import { items } from "./domain-model/items.ts";
import { scans } from "./domain-model/scans.ts";
import { singleItems } from "./domain-model/single-items.ts";
import { tables } from "./domain-model/tables.ts";

/**
 * The module AmazonDynamoDBConnector: the requests, responses and items of DynamoDB as entities. The children of a
 * response refer to it, so a Retrieve from the response finds them (reference aws.md A2).
 */
export const amazonDynamoDBModule = declareConnectorModule({
  name: "AmazonDynamoDBConnector",
  version: "1.0.0",
  documentation:
    "Works with tables and items of Amazon DynamoDB. Every activity takes a request object, a region and credentials, and gives a response object; its parts are reached over associations.",
  folders: ["Operations"],
  parts: [items, tables, singleItems, batches, scans],
});
