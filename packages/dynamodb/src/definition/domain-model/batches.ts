import { entity, type ModulePart, manyToOne, needed } from "@rivulet/model";
import { addedAttributes } from "./additions/added.ts";
import { capacityRow } from "./additions/rows.ts";
import { awsAuthentication } from "./foreign-names.ts";

/** Many items of one or more tables in one activity. */
export const batches: ModulePart = {
  entities: [
    entity("BatchGetItemRequest", "Asks for items of one or more tables by their keys.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: [
        [
          "isConsistentRead",
          "Boolean",
          "Whether to see every write that was acknowledged before; for all tables of the request. Required; a new request has false.",
          "required",
        ],
        ...addedAttributes([capacityRow]),
      ],
    }),
    entity("RequestTable", "A table of the batch, with the keys that are wanted from it.", {
      attributes: [
        ["TableName", "String", "Name of the table. Required.", "required"],
        [
          "ProjectionExpression",
          "String",
          "The attributes to return, separated by commas; all of them when blank.",
        ],
      ],
    }),
    entity("BatchGetRequestedItem", "The key of one item that is wanted.", { specializes: "AbstractItem" }),
    entity("BatchGetItemResponse", "What a batch found."),
    entity("ResponseTable", "The items that were found in one table.", {
      attributes: [["TableName", "String", "Name of the table."]],
    }),
    entity("BatchGetResponseItem", "One item that was found.", { specializes: "AbstractItem" }),
    entity("BatchWriteItemRequest", "Puts and deletes items of one or more tables.", {
      specializes: awsAuthentication.abstractRequest,
      attributes: addedAttributes([capacityRow]),
    }),
    entity("TableWithItemsToAdd", "A table, with the items to put into it.", {
      attributes: [["TableName", "String", "Name of the table. Required.", "required"]],
    }),
    entity("ItemToAdd", "One whole item to put; an item with the same key is replaced.", {
      specializes: "AbstractItem",
    }),
    entity("TableWithItemsToDelete", "A table, with the keys of the items to delete from it.", {
      attributes: [["TableName", "String", "Name of the table. Required.", "required"]],
    }),
    entity("ItemToDelete", "The key of one item to delete.", { specializes: "AbstractItem" }),
    entity("BatchWriteItemResponse", "The end of a batch; in the original it has no content."),
  ],
  associations: [
    needed(manyToOne("RequestTable", "BatchGetItemRequest", "The tables from which items are wanted.")),
    needed(manyToOne("BatchGetRequestedItem", "RequestTable", "The keys that are wanted from the table.")),
    manyToOne("ResponseTable", "BatchGetItemResponse", "The tables in which items were found."),
    manyToOne("BatchGetResponseItem", "ResponseTable", "The items that were found in the table."),
    manyToOne("TableWithItemsToAdd", "BatchWriteItemRequest", "The tables into which items are put."),
    needed(manyToOne("ItemToAdd", "TableWithItemsToAdd", "The items to put.")),
    manyToOne("TableWithItemsToDelete", "BatchWriteItemRequest", "The tables from which items are deleted."),
    needed(manyToOne("ItemToDelete", "TableWithItemsToDelete", "The keys of the items to delete.")),
  ],
};
