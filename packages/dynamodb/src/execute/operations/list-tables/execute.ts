import { listTables } from "../../../definition/index.ts";
import { linkAllWhenLookedAt, newObject } from "../../items/new-object.ts";
import { inModule } from "../../module-name.ts";
import { operation } from "../../operation.ts";
import { sentAttributes } from "../../requests/sent-attributes.ts";

interface ListTablesOutput {
  readonly TableNames?: readonly string[];
  readonly LastEvaluatedTableName?: string;
}

/** Lists the tables of a region, a page at a time. */
export const executeListTables = operation<ListTablesOutput>(listTables, {
  loadCommand: async () => (await import("@aws-sdk/client-dynamodb")).ListTablesCommand,
  input: (request) => sentAttributes(request, ["ExclusiveStartTableName", "Limit"]),
  output: ({ TableNames = [], LastEvaluatedTableName = null }, context) => {
    const response = newObject(context, "ListTablesResponse", [LastEvaluatedTableName]);
    const make = () => TableNames.map((name) => newObject(context, "Table", [name]));
    linkAllWhenLookedAt(context, inModule("Table_ListTablesResponse"), { make, target: response });
    return response;
  },
});
