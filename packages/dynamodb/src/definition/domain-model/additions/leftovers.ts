import { manyToOne } from "@rivulet/model";
import { addedPart } from "./added.ts";

/** What DynamoDB had not processed of a batch after all retries. */
export const leftovers = addedPart({
  associations: [
    manyToOne(
      "TableWithItemsToAdd",
      "BatchWriteItemResponse",
      "The items that were not put although it was tried several times; none as a rule. Link them to a new request to try again.",
    ),
    manyToOne(
      "TableWithItemsToDelete",
      "BatchWriteItemResponse",
      "The items that were not deleted although it was tried several times; none as a rule. Link them to a new request to try again.",
    ),
    manyToOne(
      "RequestTable",
      "BatchGetItemResponse",
      "The keys that were not looked for although it was tried several times; none as a rule. Link them to a new request to try again.",
    ),
  ],
});
