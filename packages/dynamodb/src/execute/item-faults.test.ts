import { BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import type { ActivityContext } from "@rivulet/testkit";
import type { EntityObject } from "@rivulet/values";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FaultEffect } from "../embedded/index.ts";
import type { ItemJson } from "./codec/attribute-value.ts";
import { configureClient } from "./execute.test-support.ts";
import { execute, linkedTo, makeItem, requestOf } from "./items.test-support.ts";
import { type OpenTarget, targets } from "./targets.test-support.ts";
import { write } from "./written-items.test-support.ts";

const disturbed = targets.filter(({ hasProxy }) => hasProxy);

describe.each(disturbed)("faults while items are read and written on $name", ({ open }) => {
  let at: OpenTarget;

  beforeAll(async () => {
    at = await open();
    for (const day of ["2025-01", "2025-02"]) {
      const requests = Array.from({ length: 25 }, (_, number) => ({
        PutRequest: { Item: { CustomerId: { S: `C-${number}` }, OrderDate: { S: day } } },
      }));
      await at.bare.send(new BatchWriteItemCommand({ RequestItems: { Orders: requests } }));
    }
  });
  beforeEach(() => at.reset());
  afterAll(() => at.close());

  const put = (item: ItemJson, TableName = "Customers") =>
    write(at.context(), "PutItem", { item, attributes: { TableName } });

  test.each<[string, () => Promise<unknown>, string, RegExp]>([
    [
      "an item of more than 400 KB",
      () => put({ CustomerId: { S: "C-1" }, Text: { S: "x".repeat(410_000) } }),
      "aws-validation",
      /^PutItem failed: AWS does not take the request \(ValidationException: .*size.*\)\. An item may have 400 KB, names included\. The item with CustomerId "C-1" of Customers has about 410017 bytes/,
    ],
    [
      "a key without characters",
      () => put({ CustomerId: { S: "" } }),
      "aws-validation",
      /^PutItem failed: .*not empty\. DescribeTable tells what it is\. The item with CustomerId "" of Customers has an empty CustomerId; a key is never empty\.$/,
    ],
    ["a key of another type", () => put({ CustomerId: { N: "1" } }), "aws-validation", /with the right type/],
    [
      "an item without its key",
      () => put({ Name: { S: "x" } }),
      "aws-validation",
      /Every item needs the key/,
    ],
    [
      "a table that does not exist",
      () => put({ CustomerId: { S: "C-1" } }, "Nowhere"),
      "aws-not-found",
      /^PutItem failed: .*does not have what was asked for \(ResourceNotFoundException/,
    ],
  ])("%s is told in words, with the code and the id of AWS", async (_, failing, code, message) => {
    await expect(failing()).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      isRetryable: false,
      details: { operation: "PutItem", awsCode: expect.any(String), requestId: expect.any(String) },
    });
  });

  test.each(["ExpiredTokenException", "UnrecognizedClientException", "AccessDeniedException"] as const)(
    "%s ends every operation, and nothing is tried again",
    async (code) => {
      at.proxy.setRules([{ effect: { kind: "error", code } }]);
      await expect(put({ CustomerId: { S: "C-1" } })).rejects.toMatchObject({
        details: { awsCode: code, attempts: 1 },
      });
      expect(at.proxy.requests).toHaveLength(1);
    },
  );

  /** Scans five items a page, to the end or as many pages as are asked for. */
  async function scanPages(context: ActivityContext, retries: number) {
    let pages = 0;
    let items = 0;
    for (let start: EntityObject | undefined; ; pages += 1) {
      const request = requestOf(context, "ScanRequest", { TableName: "Orders", Limit: 5 });
      configureClient(context, request, { retries });
      if (start) context.link("AmazonDynamoDBConnector.ExclusiveStartKey_ScanRequest", start, request);
      const response = await execute(context, "ScanTable", request).catch((error: unknown) => {
        throw Object.assign(error as Error, { pages });
      });
      items += linkedTo(context, "ScanItem_ScanResponse", response).length;
      [start] = linkedTo(context, "LastEvaluatedKey_ScanResponse", response);
      if (!start) return { pages: pages + 1, items };
    }
  }

  test.each<[string, FaultEffect, RegExp]>([
    [
      "throttling",
      { kind: "error", code: "ProvisionedThroughputExceededException" },
      /^Scan: attempt 2 after Prov/,
    ],
    [
      "an endpoint that is gone in the middle of the page",
      { kind: "cut", at: "in-answer" },
      /^Scan: attempt 2 after /,
    ],
  ])("%s at the tenth page is tried again, loses nothing and is in the log", async (_, effect, logged) => {
    at.proxy.setRules([{ operation: "Scan", calls: 10, effect }]);
    const context = at.context();
    expect(await scanPages(context, 3)).toMatchObject({ items: 55 });
    expect(context.logged.map(({ message }) => message)).toEqual([expect.stringMatching(logged)]);
  });

  test.each<[string, FaultEffect, string]>([
    ["throttling", { kind: "error", code: "ThrottlingException" }, "aws-throttled"],
    ["an endpoint that is gone", { kind: "cut", at: "in-answer" }, "aws-connection-lost"],
  ])(
    "%s from the tenth page on ends the scan there, after as many tries as allowed",
    async (_, effect, code) => {
      at.proxy.setRules([{ operation: "Scan", calls: { from: 10 }, effect }]);
      const failing = scanPages(at.context(), 1);
      await expect(failing).rejects.toMatchObject({
        code,
        isRetryable: true,
        pages: 9,
        details: { attempts: 2 },
      });
      expect(at.proxy.requests).toHaveLength(11);
    },
  );

  test("a write whose answer is lost says that its effect is not known", async () => {
    at.proxy.setRules([{ operation: "PutItem", effect: { kind: "cut", at: "before-answer" } }]);
    const context = at.context();
    const request = requestOf(context, "PutItemRequest", { TableName: "Customers" });
    const item = makeItem(context, "PutItem", { CustomerId: { S: "C-lost" } });
    context.link("AmazonDynamoDBConnector.PutItem_PutItemRequest", item, request);
    configureClient(context, request, { retries: 0 });
    await expect(execute(context, "PutItem", request)).rejects.toMatchObject({
      code: "aws-connection-lost",
      message: expect.stringContaining("It is not known whether the call had an effect"),
    });
  });
});
