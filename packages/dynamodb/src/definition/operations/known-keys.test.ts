import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsAuthentication } from "@rivulet/aws/execute";
import { createEngine } from "@rivulet/runtime";
import { describe, expect, test } from "vitest";
import { sampleTables } from "../../embedded/sample-tables/sample-tables.ts";
import { amazonDynamoDB } from "../../execute/connector.ts";
import { sampleKeys } from "./known-keys.ts";

const engine = createEngine({ connectors: [awsAuthentication, amazonDynamoDB] });
const template = join(import.meta.dirname, "../../../../../apps/cli/templates/samples");

test("the keys that are known are those of the sample tables", () => {
  const inTables = sampleTables.map(({ definition: { TableName, KeySchema = [] } }) => [
    TableName,
    KeySchema.map(({ AttributeName, KeyType }) => [AttributeName, KeyType]),
  ]);
  const known = Object.entries(sampleKeys).map(([table, parts]) => [
    table,
    parts.map(({ name, role }) => [name, role === "sort key" ? "RANGE" : "HASH"]),
  ]);
  expect(known).toEqual(inTables);
});

/** The problems of a sample in which one text stands instead of another one, in one element. */
async function problemsOf(microflow: string, element: string, [from, to]: readonly [string, string]) {
  const folder = join(mkdtempSync(join(tmpdir(), "rivulet-keys-")), "samples");
  cpSync(template, folder, { recursive: true });
  const file = join(folder, `modules/Samples/microflows/${microflow}.json`);
  const json = JSON.parse(readFileSync(file, "utf8")) as { elements: { id: string }[] };
  const elements = json.elements.map((each) =>
    each.id.endsWith(`.${element}`)
      ? (JSON.parse(JSON.stringify(each).replace(from, to)) as typeof each)
      : each,
  );
  writeFileSync(file, `${JSON.stringify({ ...json, elements })}\n`);
  const project = await engine.loadFolder(folder);
  rmSync(folder, { recursive: true });
  return project.check().map(({ code, severity, place, message }) => ({
    code,
    severity,
    element: place.record?.split(".").at(-1),
    message,
  }));
}

describe("a key that lacks a part is told before a run", () => {
  test.each([
    ["PutGetDeleteOrder", "sort-get", "get", "GetItem $NewGetItem of GetItem", "OrderDate, the sort key"],
    [
      "PutGetDeleteOrder",
      "partition-get",
      "get",
      "GetItem $NewGetItem of GetItem",
      "CustomerId, the partition key",
    ],
    [
      "PutGetDeleteOrder",
      "sort-delete",
      "delete",
      "DeleteItem $NewDeleteItem of DeleteItem",
      "OrderDate, the sort key",
    ],
    ["PutGetDeleteOrder", "sort-put", "put", "PutItem $NewPutItem of PutItem", "OrderDate, the sort key"],
    [
      "PutGetDeleteProduct",
      "key-get",
      "get",
      "GetItem $NewGetItem of GetItem",
      "ProductId, the partition key",
    ],
  ])("%s, %s", async (microflow, part, element, object, missing) => {
    const name = missing.split(",")[0] ?? "";
    const table = microflow.replace("PutGetDelete", "").concat("s");
    expect(await problemsOf(microflow, part, [`'${name}'`, "'Other'"])).toEqual([
      {
        code: "key-does-not-fit",
        severity: "warning",
        element,
        message: expect.stringContaining(
          `${object} is for ${table} of the embedded DynamoDB, and has no ${missing}.`,
        ),
      },
    ]);
  });

  test("a part of another type", async () => {
    const entities = ["KeyValueLong", "KeyValueString"] as const;
    const problems = await problemsOf("PutGetDeleteProduct", "key-get", entities);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("Make it a KeyValueLong or KeyValueDecimal."),
    );
  });

  test("no value at all", async () => {
    const association = "AmazonDynamoDBConnector.AbstractKey_AbstractItem";
    const problems = await problemsOf("PutGetDeleteProduct", "key-get", [`"${association}"`, '"Key"']);
    expect(problems).toContainEqual({
      code: "incomplete-object",
      severity: "error",
      element: "get",
      message: expect.stringContaining("Nothing is linked to GetItem $NewGetItem over"),
    });
  });
});

test("a batch is judged as single items are", async () => {
  const problems = await problemsOf("BatchGetProducts", "table", ["'Products'", "'Customers'"]);
  expect(problems.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /^BatchGetRequestedItem \$\w+ of BatchGetItem is for Customers of the embedded DynamoDB, and has no CustomerId/,
    ),
  );
});
