import { entity, needed, oneToOne } from "@rivulet/model";
import { awsAuthentication } from "../foreign-names.ts";
import { addedPart } from "./added.ts";
import { capacityRow, returnValuesRow } from "./rows.ts";

/** Changing some attributes of an item. */
export const updates = addedPart({
  entities: [
    entity(
      "UpdateItemRequest",
      "Changes attributes of one item and leaves the others as they are. An item that does not exist is made.",
      {
        specializes: awsAuthentication.abstractRequest,
        attributes: [
          ["TableName", "String", "Name of the table. Required.", "required"],
          [
            "UpdateExpression",
            "String",
            "What to change, for example SET #status = :status ADD Visits :one. Not sent when blank: then only the item's existence is seen to.",
          ],
          [
            "ConditionExpression",
            "String",
            "The item is changed only if this holds, for example attribute_exists(CustomerId). Not sent when blank.",
          ],
          returnValuesRow,
          capacityRow,
        ],
      },
    ),
    entity(
      "UpdateItem",
      "The key of the item to change: its partition key and, where there is one, its sort key.",
      {
        specializes: "AbstractItem",
      },
    ),
    entity("UpdateItemResponse", "The end of an update."),
  ],
  associations: [needed(oneToOne("UpdateItem", "UpdateItemRequest", "The key of the item to change."))],
});
