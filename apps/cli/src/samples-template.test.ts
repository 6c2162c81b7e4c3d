import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsAuthentication } from "@rivulet/aws/execute";
import { amazonDynamoDB } from "@rivulet/dynamodb/execute";
import { ProjectFolder } from "@rivulet/model/folder";
import { createEngine } from "@rivulet/runtime";
import { afterAll, describe, expect, test } from "vitest";
import { commandLine } from "./command-process.test-support.ts";

const template = join(import.meta.dirname, "../templates/samples");
const project = await createEngine({ connectors: [awsAuthentication, amazonDynamoDB] }).loadFolder(template);

test("the template has no problem, and its files are written as Rivulet writes them", () => {
  expect(project.problems).toEqual([]);
  expect(project.check()).toEqual([]);
  expect(new ProjectFolder(template).unformatted()).toEqual([]);
});

test("every drawn element and entity has its place, and every microflow says what it shows", () => {
  const records = [...project.records.values()];
  const drawn = records.filter(({ type }) => type === "element" || type === "entity");
  expect(drawn.filter(({ id }) => !project.records.has(`placement:${id}`))).toEqual([]);
  const microflows = records.filter((record) => record.type === "microflow");
  expect(microflows.filter(({ documentation = "" }) => documentation === "")).toEqual([]);
});

/** What each sample gives on the sample tables, in an order in which they do not disturb each other. */
const runs: readonly (readonly [
  microflow: string,
  parameters: Readonly<Record<string, string>>,
  result: unknown,
])[] = [
  [
    "ListTables",
    {},
    [{ TableName: "Customers" }, { TableName: "Orders" }, { TableName: "Products" }].map((each): unknown =>
      expect.objectContaining(each),
    ),
  ],
  [
    "DescribeTable",
    { TableName: "Orders" },
    [
      { Key: "CustomerId", KeyType: "HASH" },
      { Key: "OrderDate", KeyType: "RANGE" },
    ].map((each): unknown => expect.objectContaining(each)),
  ],
  ["PutGetDeleteProduct", { Total: "12.50" }, "12.5"],
  ["PutGetDeleteOrder", { Total: "0.1" }, "0.1"],
  ["CountOrders", { PageSize: "2" }, 5],
  [
    "FindExpensiveProducts",
    { From: "50", To: "100" },
    [expect.objectContaining({ ProductId: 20, Name: "Wool throw", Price: "59" })],
  ],
  [
    "ProductsPageByPage",
    { Paging: '{"PageSize": 2}' },
    [expect.objectContaining({ ProductId: 10 }), expect.objectContaining({ ProductId: 20 })],
  ],
  [
    "OrdersOfCustomer",
    { CustomerId: "C-1001" },
    [
      { Status: "Open", Total: "74.5" },
      { Status: "Delivered", Total: "259.8" },
    ].map((each): unknown => expect.objectContaining(each)),
  ],
  ["FindCustomer", { CustomerId: "C-1003" }, "Aiko Watanabe"],
  ["FindCustomer", { CustomerId: "C-9999" }, "Nobody has the number C-9999."],
  [
    "DeleteOrderWithStatus",
    { CustomerId: "C-1002", OrderDate: "2026-10-28T07:01:00.000Z", Status: "Open" },
    false,
  ],
  [
    "DeleteOrderWithStatus",
    { CustomerId: "C-1002", OrderDate: "2026-10-28T07:01:00.000Z", Status: "Cancelled" },
    true,
  ],
  ["CopyTable", { From: "Products", To: "Products" }, 3],
  ["CountVisit", { CustomerId: "C-1001" }, 1],
  ["CountVisit", { CustomerId: "C-1001" }, 2],
  ["NameOfProduct", { ProductId: "20" }, "Wool throw"],
  ["BatchWriteProducts", { Count: "130" }, 130],
  ["NameOfProduct", { ProductId: "1129" }, "Sample 129"],
  ["BatchDeleteProducts", { Count: "130" }, 130],
  ["NameOfProduct", { ProductId: "1129" }, null],
  [
    "BatchGetProducts",
    {},
    expect.arrayContaining([
      expect.objectContaining({ ProductId: 10 }),
      expect.objectContaining({ ProductId: 20 }),
    ]),
  ],
];

test("every sample that asks for something says with which values to try it", () => {
  const said = new Map(
    [...project.records.values()].flatMap((record) =>
      record.type === "microflow" ? [[record.name, record.documentation ?? ""] as const] : [],
    ),
  );
  const tried = runs.filter(([name, parameters]) =>
    Object.values(parameters).every((value) => said.get(name)?.includes(value)),
  );
  expect([...new Set(tried.map(([name]) => name))]).toEqual([...new Set(runs.map(([name]) => name))]);
});

describe("every sample runs by the command line as it is", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "rivulet-samples-")), "samples");
  cpSync(template, folder, { recursive: true });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(runs)("%s %j", (microflow, parameters, result) => {
    const words = Object.entries(parameters).flatMap(([name, value]) => ["--param", `${name}=${value}`]);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...commandLine, "run", folder, `Samples.${microflow}`, ...words],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining("Running") });
    expect(JSON.parse(stdout)).toEqual(result);
  });

  test("no sample is left out", () => {
    const names = project.index.all("microflow").filter(({ name }) => name.startsWith("Samples."));
    const run = new Set(runs.map(([microflow]) => `Samples.${microflow}`));
    expect(names.map(({ name }) => name).filter((name) => !run.has(name))).toEqual([]);
  });
});
