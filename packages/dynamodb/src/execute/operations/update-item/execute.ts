import { updateItem } from "../../../definition/index.ts";
import { operation } from "../../operation.ts";
import { type WrittenOutput, writtenInput, writtenResponse } from "../../requests/written-item.ts";

/** Changes attributes of one item. */
export const executeUpdateItem = operation<WrittenOutput>(updateItem, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).UpdateItemCommand,
  input: (request, place) =>
    writtenInput({ operation: "UpdateItem", item: "Key", attributes: ["UpdateExpression"] }, request, place),
  output: (output, context) => writtenResponse("UpdateItem", output, context),
});
