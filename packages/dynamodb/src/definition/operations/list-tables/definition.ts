import { requestActivity } from "../request-activity.ts";

/** Lists the tables of a region. */
export const listTables = requestActivity({
  operation: "ListTables",
  request: "ListTablesRequest",
  response: "ListTablesResponse",
  icon: "table-2",
  summary: "Lists the tables of a region, a page at a time.",
  documentation:
    "A page has at most 100 tables. Retrieve them from the response over `Table_ListTablesResponse`. While `LastEvaluatedTableName` of the response is not empty there are more: put it into `ExclusiveStartTableName` of the request and call again.",
  synonyms: ["tables", "list", "names"],
});
