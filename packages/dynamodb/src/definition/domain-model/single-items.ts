import { entity, type ModulePart, manyToOne, needed, oneToOne } from "@rivulet/model";
import { addedAttributes } from "./additions/added.ts";
import { capacityRow, conditionRow, projectionRow, returnValuesRow } from "./additions/rows.ts";
import { awsAuthentication } from "./foreign-names.ts";

/** Getting, putting and deleting one item. */
export const singleItems: ModulePart = {
  entities: [
    entity("GetItemRequest", "Asks for one item by its key.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        ["TableName", "String", "Name of the table. Required.", "required"],
        [
          "isConsistentRead",
          "Boolean",
          "Whether to see every write that was acknowledged before; costs twice as much.",
        ],
        ...addedAttributes([projectionRow, capacityRow]),
      ],
    }),
    entity(
      "GetItem",
      "The key of the item that is wanted: its partition key and, where there is one, its sort key.",
      {
        specializes: "AbstractItem",
      },
    ),
    entity("GetItemResponse", "The item that was found; without any value when there is none.", {
      specializes: "AbstractItem",
    }),
    entity("PutItemRequest", "Puts one item.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        ["TableName", "String", "Name of the table. Required.", "required"],
        ...addedAttributes([conditionRow, returnValuesRow, capacityRow]),
      ],
    }),
    entity(
      "PutItem",
      "The whole item to put. An item with the same key is replaced: attributes that are not given here are gone afterwards.",
      { specializes: "AbstractItem" },
    ),
    entity("PutItemResponse", "The end of a put; in the original it has no content."),
    entity("DeleteItemRequest", "Deletes one item.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        [
          "ConditionExpression",
          "String",
          "The item is deleted only if this holds, for example attribute_exists(#n). Not sent when blank.",
        ],
        ["TableName", "String", "Name of the table. Required.", "required"],
        ...addedAttributes([returnValuesRow, capacityRow]),
      ],
    }),
    entity(
      "DeleteItem",
      "The key of the item to delete: its partition key and, where there is one, its sort key.",
      { specializes: "AbstractItem" },
    ),
    entity(
      "ExpressionAttributeName",
      "Stands in an expression for an attribute whose name is reserved or has other characters. The real name is in Key.",
      {
        specializes: "AbstractKey",
        attributes: [
          [
            "Placeholder",
            "String",
            "The stand-in, beginning with #, as the expression uses it. Required.",
            "required",
          ],
        ],
      },
    ),
    entity("DeleteItemResponse", "The end of a delete; in the original it has no content."),
  ],
  associations: [
    needed(oneToOne("GetItem", "GetItemRequest", "The key to look for.")),
    needed(oneToOne("PutItem", "PutItemRequest", "The item to put.")),
    needed(oneToOne("DeleteItem", "DeleteItemRequest", "The key of the item to delete.")),
    manyToOne("ExpressionAttributeName", "DeleteItemRequest", "The stand-ins of the condition."),
  ],
};
