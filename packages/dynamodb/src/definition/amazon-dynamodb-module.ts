import { declareConnectorModule } from "@rivulet/model";
import { consumedCapacity } from "./domain-model/additions/consumed-capacity.ts";
import { expressions } from "./domain-model/additions/expressions.ts";
import { leftovers } from "./domain-model/additions/leftovers.ts";
import { moreValues } from "./domain-model/additions/more-values.ts";
import { pages } from "./domain-model/additions/pages.ts";
import { queries } from "./domain-model/additions/queries.ts";
import { returnedItems } from "./domain-model/additions/returned-items.ts";
import { updates } from "./domain-model/additions/updates.ts";
import { batches } from "./domain-model/batches.ts";
import { items } from "./domain-model/items.ts";
import { scans } from "./domain-model/scans.ts";
import { singleItems } from "./domain-model/single-items.ts";
import { tables } from "./domain-model/tables.ts";

const additions = [
  moreValues,
  expressions,
  pages,
  queries,
  updates,
  returnedItems,
  leftovers,
  consumedCapacity,
];

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
  parts: [items, tables, singleItems, batches, scans, ...additions],
});
