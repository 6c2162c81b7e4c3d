import { writeAttribute } from "@rivulet/values";
import { listTables } from "../../../definition/index.ts";
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
  output: ({ TableNames = [], LastEvaluatedTableName = null }, { create, link }) => {
    const response = create("AmazonDynamoDBConnector.ListTablesResponse");
    writeAttribute(response, "LastEvaluatedTableName", LastEvaluatedTableName);
    for (const name of TableNames) {
      const table = create("AmazonDynamoDBConnector.Table");
      writeAttribute(table, "TableName", name);
      link("AmazonDynamoDBConnector.Table_ListTablesResponse", table, response);
    }
    return response;
  },
});
