import { entity, enumeration, manyToOne } from "@rivulet/model";
import { addedPart } from "./added.ts";

const responses = [
  "GetItemResponse",
  "PutItemResponse",
  "DeleteItemResponse",
  "UpdateItemResponse",
  "ScanResponse",
  "QueryResponse",
  "BatchGetItemResponse",
  "BatchWriteItemResponse",
];

/** What calls cost. */
export const consumedCapacity = addedPart({
  entities: [
    entity(
      "ConsumedCapacity",
      "What a call took of the capacity of a table, or of an index of it. Comes when ReturnConsumedCapacity of the request asks for it.",
      {
        attributes: [
          ["TableName", "String", "Name of the table."],
          ["IndexName", "String", "Name of the index; empty for the sum of the table."],
          ["CapacityUnits", "Decimal", "Units that were taken, for reading or for writing."],
        ],
      },
    ),
  ],
  associations: responses.map((response) =>
    manyToOne("ConsumedCapacity", response, "What the call took; of a batch, all its calls together."),
  ),
  enumerations: [
    enumeration("ENUM_ReturnConsumedCapacity", "Whether to say what a call takes of the capacity.", [
      ["NONE", "NONE", "Say nothing; the same as leaving it empty."],
      ["TOTAL", "TOTAL", "The sum for each table."],
      ["INDEXES", "INDEXES", "The sum for each table, and of it what each index took."],
    ]),
  ],
});
