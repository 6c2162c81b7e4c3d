import type { ProjectRecord } from "@rivulet/model";
import rows from "../../fixtures/seed-rows.json" with { type: "json" };
import { amazonDynamoDBActivities } from "./amazon-dynamodb-activities.ts";
import { amazonDynamoDBModule } from "./amazon-dynamodb-module.ts";
import { addedNote } from "./domain-model/additions/added.ts";

/** A row of the technical reference that the connector was made after. */
export type SeedRow = (typeof rows)[number];

/** The rows, in the order of their sections. */
export const seedRows: readonly SeedRow[] = rows;

/** The test of the shape of everything, and that of the operation that uses a row. */
export function testsOf({ operation }: SeedRow): readonly string[] {
  return [
    "packages/dynamodb/src/definition/amazon-dynamodb-module.test.ts",
    `packages/dynamodb/src/execute/operations/${operation}/execute.test.ts`,
  ];
}

const named = (type: ProjectRecord["type"], name: string) =>
  amazonDynamoDBModule.records.find(
    (record) => record.type === type && "name" in record && record.name === name,
  );

const isAdded = (documentation: string | undefined) => documentation?.endsWith(addedNote) === true;

function namesOf(
  parts: readonly { readonly name: string; readonly documentation?: string | undefined }[],
): string {
  const names = parts.map(({ name, documentation }) => (isAdded(documentation) ? `*${name}*` : name));
  return names.length === 0 ? "" : `: ${names.join(", ")}`;
}

/** What ships for a row; `undefined` when nothing does. */
export function shippedFor({ kind, name }: SeedRow): string | undefined {
  if (kind === "activity") {
    const activity = amazonDynamoDBActivities.find(({ label }) => label === name);
    return activity && `activity \`${activity.kind}\`: ${activity.summary}`;
  }
  const record = named(kind as "entity" | "enumeration", name);
  if (record?.type === "entity") {
    const generalization =
      record.generalization === undefined ? "" : ` ← ${record.generalization.split(".")[1]}`;
    return `entity${generalization}${namesOf(record.attributes)}`;
  }
  return record?.type === "enumeration" ? `enumeration${namesOf(record.values)}` : undefined;
}

function additions(): string[] {
  const records = amazonDynamoDBModule.records.flatMap((record) =>
    (record.type === "entity" || record.type === "enumeration" || record.type === "association") &&
    isAdded(record.documentation)
      ? [
          `| ${record.type} | \`${record.name}\` | ${record.documentation?.replace(` ${addedNote}`, "") ?? ""} |`,
        ]
      : [],
  );
  const activities = amazonDynamoDBActivities.flatMap(({ label, summary, documentation }) =>
    isAdded(documentation) ? [`| activity | \`${label}\` | ${summary} |`] : [],
  );
  return [...activities, ...records];
}

/** The page that shows for every row of the original's reference what ships and which tests hold it, as Markdown. */
export function seedCoverage(): string {
  const lines = seedRows.map((row) => {
    const tests = testsOf(row).map((path) => `[${path.split("/").at(-2)}](../../${path})`);
    return `| ${row.section} | \`${row.name}\` | ${shippedFor(row) ?? "**missing**"} | ${tests.join(", ")} |`;
  });
  return `# The reference of the original connector, row by row

Every entity, enumeration and activity of the technical reference that AmazonDynamoDBConnector was made after, what ships for it, and the tests that
hold it: one compares the shape with the catalogue (attributes, types, defaults, required marks, associations, captions), the other runs the
operation on both embedded implementations, and on AWS with \`RIVULET_TEST_AWS=1\`. Names in *italics* were added.

This page is made from the module: \`pnpm exec vitest run packages/dynamodb/src/definition --update\` writes it anew, and a test fails when it is
stale.

| section | row | what ships | tests |
| --- | --- | --- | --- |
${lines.join("\n")}

## What was added

In the same shape, beside the names above: what the original is blind to.

| | name | what it is |
| --- | --- | --- |
${additions().join("\n")}
`;
}
