import { deleteItem } from "../../../definition/index.ts";
import { operation } from "../../operation.ts";
import { type WrittenOutput, writtenInput, writtenResponse } from "../../requests/written-item.ts";

/** Deletes one item by its key. */
export const executeDeleteItem = operation<WrittenOutput>(deleteItem, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).DeleteItemCommand,
  input: (request, place) => writtenInput({ operation: "DeleteItem", item: "Key" }, request, place),
  output: (output, context) => writtenResponse("DeleteItem", output, context),
});
