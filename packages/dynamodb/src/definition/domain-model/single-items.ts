import { entity, type ModulePart, manyToOne, oneToOne } from "@rivulet/model";
import { awsAuthentication } from "./foreign-names.ts";

/** Getting, putting and deleting one item. */
export const singleItems: ModulePart = {
  entities: [
    entity("GetItemRequest", "Asks for one item by its key.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        ["TableName", "String", "Name of the table. Required."],
        [
          "isConsistentRead",
          "Boolean",
          "Whether to see every write that was acknowledged before; costs twice as much.",
        ],
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
      attributes: [["TableName", "String", "Name of the table. Required."]],
    }),
    entity(
      "PutItem",
      "The whole item to put. An item with the same key is replaced: attributes that are not given here are gone afterwards.",
      { specializes: "AbstractItem" },
    ),
    entity("PutItemResponse", "The end of a put; it has no content."),
    entity("DeleteItemRequest", "Deletes one item.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        [
          "ConditionExpression",
          "String",
          "The item is deleted only if this holds, for example attribute_exists(#n). Not sent when blank.",
        ],
        ["TableName", "String", "Name of the table. Required."],
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
          ["Placeholder", "String", "The stand-in, beginning with #, as the expression uses it. Required."],
        ],
      },
    ),
    entity("DeleteItemResponse", "The end of a delete; it has no content."),
  ],
  associations: [
    oneToOne("GetItem", "GetItemRequest", "The key to look for."),
    oneToOne("PutItem", "PutItemRequest", "The item to put."),
    oneToOne("DeleteItem", "DeleteItemRequest", "The key of the item to delete."),
    manyToOne("ExpressionAttributeName", "DeleteItemRequest", "The stand-ins of the condition."),
  ],
};
