import type { ConnectionCalls } from "@rivulet/aws/execute";
import { unreachable } from "@rivulet/values";
import type { AttributeJson, ItemJson } from "../codec/attribute-value.ts";

/** A test of the sort key. */
export type SortCondition =
  | { readonly test: "=" | "<" | "<=" | ">" | ">=" | "begins_with"; readonly value: AttributeJson }
  | { readonly test: "between"; readonly value: AttributeJson; readonly upTo: AttributeJson };

/** The items of one partition of a table or an index. */
export interface PartitionQuestion {
  readonly partition: { readonly name: string; readonly value: AttributeJson };
  readonly sort: (SortCondition & { readonly name: string }) | null;
  readonly isDescending: boolean;
}

/** Which items are wanted: a page of them. */
export interface ItemQuestion {
  readonly table: string;
  readonly index: string | null;
  /** A query; without it the table is scanned. */
  readonly query: PartitionQuestion | null;
  /** Most items to look at. */
  readonly limit: number;
  /** The last key of the page before. */
  readonly after: ItemJson | null;
}

/** One page of items, as DynamoDB writes them. */
export interface ItemPage {
  readonly items: readonly ItemJson[];
  /** Behind which key the next page begins; `null` at the end. */
  readonly next: ItemJson | null;
  /** Capacity units that the request took; `null` where nobody says so. */
  readonly capacity: number | null;
}

interface PageAnswer {
  readonly Items?: readonly ItemJson[];
  readonly LastEvaluatedKey?: ItemJson;
  readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
}

function sortExpression(condition: SortCondition): string {
  switch (condition.test) {
    case "begins_with":
      return "begins_with(#sort, :sort)";
    case "between":
      return "#sort BETWEEN :sort AND :upTo";
    case "=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return `#sort ${condition.test} :sort`;
    default:
      return unreachable(condition);
  }
}

function queryInput({ partition, sort, isDescending }: PartitionQuestion) {
  const tests = ["#partition = :partition", ...(sort ? [sortExpression(sort)] : [])];
  return {
    KeyConditionExpression: tests.join(" AND "),
    ExpressionAttributeNames: { "#partition": partition.name, ...(sort ? { "#sort": sort.name } : {}) },
    ExpressionAttributeValues: {
      ":partition": partition.value,
      ...(sort ? { ":sort": sort.value } : {}),
      ...(sort?.test === "between" ? { ":upTo": sort.upTo } : {}),
    },
    ScanIndexForward: !isDescending,
  };
}

/** Reads one page of a table or an index. What comes is at most 1 MB, however many items are asked for. */
export async function readItems(calls: ConnectionCalls, question: ItemQuestion): Promise<ItemPage> {
  const { table, index, query, limit, after } = question;
  const answer = (await calls.dynamodb(query ? "Query" : "ScanTable", {
    TableName: table,
    Limit: limit,
    ReturnConsumedCapacity: "TOTAL",
    ...(index === null ? {} : { IndexName: index }),
    ...(after === null ? {} : { ExclusiveStartKey: after }),
    ...(query ? queryInput(query) : {}),
  })) as PageAnswer;
  return {
    items: answer.Items ?? [],
    next: answer.LastEvaluatedKey ?? null,
    capacity: answer.ConsumedCapacity?.CapacityUnits ?? null,
  };
}
