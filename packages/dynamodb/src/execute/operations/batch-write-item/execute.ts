import type { ExecutionContext } from "@rivulet/runtime";
import type { EntityObject } from "@rivulet/values";
import { batchWriteItem } from "../../../definition/index.ts";
import { sendInRounds } from "../../batches/send-in-rounds.ts";
import { linkAll, newObject } from "../../items/new-object.ts";
import { itemOf } from "../../items/write-item.ts";
import { inModule } from "../../module-name.ts";
import { itemInWords } from "../../named-items/item-in-words.ts";
import { operationInSteps } from "../../operation.ts";
import { type CapacityJson, writeCapacity } from "../../requests/consumed-capacity.ts";
import { sentAttributes } from "../../requests/sent-attributes.ts";
import {
  entriesOf,
  requestItems,
  splitEntries,
  type UnprocessedItems,
  type WriteEntry,
  writeEntries,
} from "./entries.ts";
import { requireDistinct } from "./require-distinct.ts";

interface BatchWriteItemOutput {
  readonly UnprocessedItems?: UnprocessedItems;
  readonly ConsumedCapacity?: readonly CapacityJson[];
}

const entities = {
  put: ["TableWithItemsToAdd", "ItemToAdd"],
  delete: ["TableWithItemsToDelete", "ItemToDelete"],
} as const satisfies Record<WriteEntry["kind"], readonly [table: string, item: string]>;

/** Hands out what was not processed in the form of a request. */
function linkLeft(response: EntityObject, left: readonly WriteEntry[], context: ExecutionContext): void {
  for (const kind of ["put", "delete"] as const) {
    const [tableEntity, itemEntity] = entities[kind];
    const tables = Map.groupBy(
      left.filter((entry) => entry.kind === kind),
      ({ table }) => table,
    );
    const owners = Array.from(tables, ([name, entries]) => {
      const table = newObject(context, tableEntity, [name]);
      const items = entries.map(({ item }) => itemOf(itemEntity, item, context));
      linkAll(context, inModule(`${itemEntity}_${tableEntity}`), { owners: items, target: table });
      return table;
    });
    linkAll(context, inModule(`${tableEntity}_BatchWriteItemResponse`), { owners, target: response });
  }
}

/** Puts and deletes many items. */
export const executeBatchWriteItem = operationInSteps(batchWriteItem, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).BatchWriteItemCommand,
  run: async (prepared) => {
    const { request, place, send } = prepared;
    const capacity = sentAttributes(request, ["ReturnConsumedCapacity"]);
    const entries = writeEntries(request, place);
    const isOneCall = splitEntries(entries).length === 1;
    const isDistinct = isOneCall || (await requireDistinct(entries, prepared));
    const call = async (part: readonly WriteEntry[]) => {
      const input = { RequestItems: requestItems(part), ...capacity };
      const output = (await send(input)) as BatchWriteItemOutput;
      return { output, left: entriesOf(output.UnprocessedItems ?? {}) };
    };
    const inWords = ({ table, item }: WriteEntry) => `${itemInWords(item)} of ${table}`;
    const rounds = { split: splitEntries, call, inWords, atOnce: isDistinct ? undefined : 1 };
    const { outputs, left } = await sendInRounds(entries, rounds, prepared);
    const response = newObject(place.context, "BatchWriteItemResponse", []);
    linkLeft(response, left, place.context);
    const told = outputs.flatMap(({ ConsumedCapacity = [] }) => ConsumedCapacity);
    writeCapacity(response, told, place.context);
    return response;
  },
});
