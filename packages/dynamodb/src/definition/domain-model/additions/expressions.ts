import { entity, manyToOne, oneToOne } from "@rivulet/model";
import { addedPart } from "./added.ts";

/** The requests whose expressions may compare with values. */
const requestsWithValues = [
  "PutItemRequest",
  "DeleteItemRequest",
  "UpdateItemRequest",
  "ScanRequest",
  "QueryRequest",
];

/** The objects with expressions in which names may have stand-ins; the original has them for DeleteItemRequest. */
const holdersOfNames = [
  "GetItemRequest",
  "PutItemRequest",
  "UpdateItemRequest",
  "ScanRequest",
  "QueryRequest",
  "RequestTable",
];

/** Stand-ins for names and values in expressions. */
export const expressions = addedPart({
  entities: [
    entity(
      "ExpressionAttributeValues",
      "The values that the expressions of a request use. The Key of each is its stand-in and begins with a colon, for example :status.",
      { specializes: "AbstractItem" },
    ),
  ],
  associations: [
    ...requestsWithValues.map((request) =>
      oneToOne("ExpressionAttributeValues", request, "The values in the expressions of the request."),
    ),
    ...holdersOfNames.map((holder) =>
      manyToOne("ExpressionAttributeName", holder, "The stand-ins for names in the expressions."),
    ),
  ],
});
