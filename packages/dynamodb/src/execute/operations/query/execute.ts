import { readAttribute } from "@rivulet/values";
import { query } from "../../../definition/index.ts";
import { operation } from "../../operation.ts";
import { type PageOutput, pageResponse, startKey } from "../../requests/page.ts";
import { consistentRead, sentAttributes } from "../../requests/sent-attributes.ts";
import { standIns } from "../../requests/stand-ins.ts";

const attributes = [
  "TableName",
  "IndexName",
  "KeyConditionExpression",
  "FilterExpression",
  "ProjectionExpression",
  "Limit",
  "ReturnConsumedCapacity",
];

/** Reads the items of one partition key, a page at a time. */
export const executeQuery = operation<PageOutput>(query, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).QueryCommand,
  input: (request, place) => {
    const sent = sentAttributes(request, attributes);
    return {
      ...sent,
      ...consistentRead(request),
      ...(readAttribute(request, "SortOrder") === "DESCENDING" ? { ScanIndexForward: false } : {}),
      ...startKey("Query", request, place),
      ...standIns(request, sent, place),
    };
  },
  output: (output, context, request) => pageResponse("Query", output, { context, request }),
});
