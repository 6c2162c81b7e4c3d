import type { ConnectionCalls } from "@rivulet/aws/execute";
import { type KeyPart, readTableDescription, type TableDescription } from "../tables/table-description.ts";

/** An index as somebody who chooses one wants to know it. */
export interface IndexFacts {
  readonly name: string;
  readonly kind: "global" | "local";
  readonly key: readonly KeyPart[];
  /** Which attributes it has: all of them, only those of the keys, or some others besides. */
  readonly projection: "all" | "keys" | "some";
}

/** What DescribeTable says about a table. */
export interface TableFacts {
  readonly name: string;
  /** `ACTIVE` when it can be read and written. */
  readonly status: string;
  readonly key: readonly KeyPart[];
  readonly indexes: readonly IndexFacts[];
  readonly billing: "on demand" | "provisioned";
  /** Both are counted by AWS every six hours or so. */
  readonly itemCount: number;
  readonly sizeInBytes: number;
}

interface DescribedIndex {
  readonly IndexName?: string;
  readonly Projection?: { readonly ProjectionType?: string };
}

/** What is read besides the keys. */
interface WholeDescription {
  readonly Table?: {
    readonly TableStatus?: string;
    readonly ItemCount?: number;
    readonly TableSizeBytes?: number;
    readonly BillingModeSummary?: { readonly BillingMode?: string };
    readonly GlobalSecondaryIndexes?: readonly DescribedIndex[];
    readonly LocalSecondaryIndexes?: readonly DescribedIndex[];
  };
}

const projections: Readonly<Record<string, IndexFacts["projection"]>> = { ALL: "all", KEYS_ONLY: "keys" };

function indexFacts(answer: TableDescription & WholeDescription): IndexFacts[] {
  const { GlobalSecondaryIndexes: globals = [], LocalSecondaryIndexes: locals = [] } = answer.Table ?? {};
  const described = new Map(
    [...globals, ...locals].map((index: DescribedIndex) => [index.IndexName, index] as const),
  );
  const globalNames = new Set(globals.map(({ IndexName }: DescribedIndex) => IndexName));
  return readTableDescription(answer).indexes.map(({ name, key }) => ({
    name,
    key,
    kind: globalNames.has(name) ? "global" : "local",
    projection: projections[described.get(name)?.Projection?.ProjectionType ?? ""] ?? "some",
  }));
}

/** Asks DynamoDB about one table. Throws what the call throws: `aws-not-found` where there is none. */
export async function readTableFacts(calls: ConnectionCalls, name: string): Promise<TableFacts> {
  const answer = (await calls.dynamodb("DescribeTable", { TableName: name })) as TableDescription &
    WholeDescription;
  const { TableStatus, ItemCount, TableSizeBytes, BillingModeSummary } = answer.Table ?? {};
  return {
    name,
    status: TableStatus ?? "",
    key: readTableDescription(answer).key,
    indexes: indexFacts(answer),
    billing: BillingModeSummary?.BillingMode === "PAY_PER_REQUEST" ? "on demand" : "provisioned",
    itemCount: ItemCount ?? 0,
    sizeInBytes: TableSizeBytes ?? 0,
  };
}
