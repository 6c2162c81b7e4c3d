import { entity, enumeration, oneToOne } from "@rivulet/model";
import { addedPart } from "./added.ts";

/** What an item was before it was written, or is now. */
export const returnedItems = addedPart({
  entities: [
    entity(
      "ReturnedItem",
      "The item that ReturnValues of the request asked for, or the attributes of it. There is none when there was no such item.",
      { specializes: "AbstractItem" },
    ),
  ],
  associations: ["PutItemResponse", "DeleteItemResponse", "UpdateItemResponse"].map((response) =>
    oneToOne("ReturnedItem", response, "What ReturnValues of the request asked for."),
  ),
  enumerations: [
    enumeration("ENUM_ReturnValues", "Which attributes of a written item to return.", [
      ["NONE", "NONE", "Nothing; the same as leaving it empty."],
      ["ALL_OLD", "ALL_OLD", "The whole item as it was before."],
      ["UPDATED_OLD", "UPDATED_OLD", "As they were before, the attributes that UpdateItem changed."],
      ["ALL_NEW", "ALL_NEW", "The whole item as it is after UpdateItem."],
      ["UPDATED_NEW", "UPDATED_NEW", "As they are after it, the attributes that UpdateItem changed."],
    ]),
  ],
});
