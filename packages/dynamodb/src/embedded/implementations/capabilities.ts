import type { ImplementationName } from "./implementation.ts";

/**
 * Something that AWS does and an implementation does otherwise, although it knows the operation.
 *
 * - `refused`: it answers with an error.
 * - `ignored`: it answers as if it had not been asked for.
 * - `different`: its answer is another one than AWS's.
 * - `crash`: its process ends, or is busy for seconds; it is started again.
 */
export interface Limitation {
  readonly id: string;
  readonly effect: "refused" | "ignored" | "different" | "crash";
  /** The operations that it concerns, by their AWS names. */
  readonly operations: readonly string[];
  /** One or two sentences for the person who draws a microflow. */
  readonly summary: string;
}

/** What an implementation can do, for screens that show it before a microflow fails on it. */
export interface Capabilities {
  /** The operations that it knows, by their AWS names; all others fail with UnknownOperationException. */
  readonly operations: readonly string[];
  readonly limitations: readonly Limitation[];
}

const tablesAndItems = [
  "BatchGetItem",
  "BatchWriteItem",
  "CreateTable",
  "DeleteItem",
  "DeleteTable",
  "DescribeTable",
  "DescribeTimeToLive",
  "GetItem",
  "ListTables",
  "ListTagsOfResource",
  "PutItem",
  "Query",
  "Scan",
  "TagResource",
  "UntagResource",
  "UpdateItem",
  "UpdateTable",
];

const limitationsOfBoth = (operations: readonly string[]): readonly Limitation[] => [
  {
    id: "no-service-faults",
    effect: "different",
    operations,
    summary:
      "Nothing is ever throttled, refused for lack of rights or left unprocessed. Put the fault proxy in front to see that.",
  },
  {
    id: "table-arn",
    effect: "refused",
    operations: tablesAndItems,
    summary: "A table must be given by its name: its ARN is refused.",
  },
];

const dynoxideOperations = [
  ...tablesAndItems,
  "BatchExecuteStatement",
  "ExecuteStatement",
  "ExecuteTransaction",
  "SearchVectors",
  "TransactGetItems",
  "TransactWriteItems",
  "UpdateTimeToLive",
].toSorted();

const dynoxide: Capabilities = {
  operations: dynoxideOperations,
  limitations: [
    ...limitationsOfBoth(dynoxideOperations),
    {
      id: "expired-items-stay",
      effect: "ignored",
      operations: ["UpdateTimeToLive"],
      summary: "Time to live can be switched on, but expired items are not deleted.",
    },
    {
      id: "region-in-arn",
      effect: "different",
      operations: ["CreateTable", "DescribeTable", "UpdateTable", "DeleteTable"],
      summary: 'ARNs name the region "dynoxide" instead of the one asked for.',
    },
    {
      id: "multi-attribute-index-keys",
      effect: "refused",
      operations: ["Query"],
      summary: "An index with more than one attribute in a key can be created, but not queried.",
    },
    {
      id: "sort-key-condition-first",
      effect: "refused",
      operations: ["Query"],
      summary: "A key condition must name the partition key before the sort key.",
    },
    {
      id: "legacy-with-expression",
      effect: "refused",
      operations: ["Query"],
      summary:
        "KeyConditions together with a filter or projection expression is refused. Use a key condition expression.",
    },
    {
      id: "transact-get-projection",
      effect: "different",
      operations: ["TransactGetItems"],
      summary: "With a projection expression the key attributes come back too.",
    },
    {
      id: "condition-of-another-type",
      effect: "different",
      operations: ["PutItem", "UpdateItem", "DeleteItem"],
      summary: "A condition on a value of the wrong type fails as a condition, not as a ValidationException.",
    },
    {
      id: "partiql-order-descending",
      effect: "ignored",
      operations: ["ExecuteStatement"],
      summary: "ORDER BY ... DESC in a statement is ignored: the items come in ascending order.",
    },
    {
      id: "vector-search-unverified",
      effect: "different",
      operations: ["SearchVectors"],
      summary: "The input of a vector search is checked; its result has not been compared with AWS.",
    },
    {
      id: "deep-expressions",
      effect: "crash",
      operations: ["Query", "Scan", "PutItem", "UpdateItem", "DeleteItem"],
      summary:
        "An expression with thousands of open parentheses ends its process, which is then started again.",
    },
  ],
};

const dynalite: Capabilities = {
  operations: tablesAndItems,
  limitations: [
    ...limitationsOfBoth(tablesAndItems),
    {
      id: "no-streams",
      effect: "ignored",
      operations: ["CreateTable", "UpdateTable"],
      summary: "A table has no stream, whatever its stream specification says.",
    },
    {
      id: "condition-failure-item",
      effect: "ignored",
      operations: ["PutItem", "UpdateItem", "DeleteItem"],
      summary:
        "A failed condition does not return the item, although ReturnValuesOnConditionCheckFailure asks for it.",
    },
    {
      id: "legacy-or",
      effect: "different",
      operations: ["Query", "Scan", "PutItem", "UpdateItem", "DeleteItem"],
      summary:
        "With ConditionalOperator OR nothing is found unless the first condition holds. Use an expression.",
    },
    {
      id: "on-demand-index",
      effect: "refused",
      operations: ["CreateTable", "UpdateTable"],
      summary:
        "A global secondary index needs provisioned throughput: on a table billed by request it is refused.",
    },
    {
      id: "table-settings",
      effect: "ignored",
      operations: ["CreateTable", "UpdateTable"],
      summary: "Deletion protection, table class, encryption and tags at creation are ignored.",
    },
    {
      id: "index-capacity",
      effect: "ignored",
      operations: ["Query", "Scan", "PutItem", "UpdateItem", "DeleteItem", "BatchGetItem", "BatchWriteItem"],
      summary: "Consumed capacity is not broken down by index.",
    },
    {
      id: "in-with-attribute-names",
      effect: "crash",
      operations: ["Query", "Scan"],
      summary:
        "A filter `a IN (b, c)` with attribute names ends its process when one is missing; it is then started again.",
    },
    {
      id: "deep-expressions",
      effect: "crash",
      operations: ["Query", "Scan", "PutItem", "UpdateItem", "DeleteItem"],
      summary: "Conditions nested more than eight deep take seconds, during which nothing else is answered.",
    },
  ],
};

/**
 * What each implementation can do. Measured against dynoxide 1.2.1 and dynalite 4.0.0; the tests hold both to it, so a
 * new version that differs is noticed.
 */
export const embeddedCapabilities: Readonly<Record<ImplementationName, Capabilities>> = {
  dynoxide,
  dynalite,
};
