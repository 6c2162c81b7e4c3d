import { putItem } from "../../../definition/index.ts";
import { operation } from "../../operation.ts";
import { type WrittenOutput, writtenInput, writtenResponse } from "../../requests/written-item.ts";

/** Puts one whole item. */
export const executePutItem = operation<WrittenOutput>(putItem, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).PutItemCommand,
  input: (request, place) => writtenInput({ operation: "PutItem", item: "Item" }, request, place),
  output: (output, context) => writtenResponse("PutItem", output, context),
});
