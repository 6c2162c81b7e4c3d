import type { JsonObject } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import { scanTable } from "../../../definition/index.ts";
import type { ReadingPlace } from "../../items/read-item.ts";
import { inModule } from "../../module-name.ts";
import { operation } from "../../operation.ts";
import { type PageOutput, pageResponse, startKey } from "../../requests/page.ts";
import { consistentRead, sentAttributes } from "../../requests/sent-attributes.ts";
import { standIns, standInsIn } from "../../requests/stand-ins.ts";
import { filterOfConditions } from "./conditions.ts";

const attributes = [
  "TableName",
  "IndexName",
  "Limit",
  "FilterExpression",
  "ProjectionExpression",
  "Segment",
  "TotalSegments",
  "ReturnConsumedCapacity",
];

/** The input together with what the Conditions of the request ask for. */
function withConditions(request: EntityObject, input: JsonObject, place: ReadingPlace): JsonObject {
  const conditions = place.context.linked(inModule("Condition_ScanRequest"), request);
  if (conditions.length === 0) return input;
  const { FilterExpression: own, ProjectionExpression: projection } = input;
  const used = standInsIn([own, projection].filter((text) => typeof text === "string"));
  const filter = filterOfConditions(conditions, place, (standIn) => used.has(standIn));
  const names = { ...(input["ExpressionAttributeNames"] as JsonObject | undefined), ...filter.names };
  const values = { ...(input["ExpressionAttributeValues"] as JsonObject | undefined), ...filter.values };
  return {
    ...input,
    FilterExpression: own === undefined ? filter.expression : `(${String(own)}) AND ${filter.expression}`,
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  };
}

/** Reads the items of a table or index, a page at a time. */
export const executeScanTable = operation<PageOutput>(scanTable, {
  awsName: "Scan",
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).ScanCommand,
  input: (request, place) => {
    const sent = sentAttributes(request, attributes);
    const input = {
      ...sent,
      ...consistentRead(request),
      ...startKey("Scan", request, place),
      ...standIns(request, sent, place),
    };
    return withConditions(request, input, place);
  },
  output: (output, context, request) => pageResponse("Scan", output, { context, request }),
});
