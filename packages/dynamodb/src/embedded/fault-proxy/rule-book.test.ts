import { describe, expect, test } from "vitest";
import { readRequest } from "./dynamodb-request.ts";
import type { Fault, FaultRule } from "./fault-rule.ts";
import { RuleBook } from "./rule-book.ts";

const throttled: Fault = { kind: "error", code: "ThrottlingException" };
const broken: Fault = { kind: "cut", at: "before-request" };

function requestOf(operation: string, body: object) {
  return readRequest({ "x-amz-target": `DynamoDB_20120810.${operation}` }, JSON.stringify(body));
}

/** Which of five equal requests meet the fault. */
function metBy(calls: FaultRule["calls"]): readonly boolean[] {
  const book = new RuleBook([{ ...(calls === undefined ? {} : { calls }), effect: throttled }]);
  return [1, 2, 3, 4, 5].map(() => book.judge(requestOf("ListTables", {})).fault !== undefined);
}

describe("a rule applies", () => {
  test.each<[name: string, calls: FaultRule["calls"], met: string]>([
    ["to every call when none is named", undefined, "12345"],
    ["to one call", 2, "2"],
    ["from a call on", { from: 4 }, "45"],
    ["up to a call", { to: 2 }, "12"],
    ["to a range with both ends", { from: 2, to: 4 }, "234"],
  ])("%s", (_name, calls, met) => {
    const expected = [1, 2, 3, 4, 5].map((call) => met.includes(String(call)));
    expect(metBy(calls)).toEqual(expected);
  });

  test.each<
    [name: string, rule: Omit<FaultRule, "effect">, operation: string, body: object, applies: boolean]
  >([
    ["its operation", { operation: "GetItem" }, "GetItem", {}, true],
    ["another operation", { operation: "GetItem" }, "PutItem", {}, false],
    ["one of its operations", { operation: ["GetItem", "Query"] }, "Query", {}, true],
    ["its table", { table: "Orders" }, "Scan", { TableName: "Orders" }, true],
    ["another table", { table: "Orders" }, "Scan", { TableName: "Customers" }, false],
    ["its table in a batch", { table: "Orders" }, "BatchWriteItem", { RequestItems: { Orders: [] } }, true],
    [
      "its table in a transaction",
      { table: "Orders" },
      "TransactWriteItems",
      { TransactItems: [{ Put: { TableName: "Customers" } }, { Delete: { TableName: "Orders" } }] },
      true,
    ],
    ["a request without a table", { table: "Orders" }, "ListTables", {}, false],
  ])("to %s", (_name, rule, operation, body, applies) => {
    const { fault } = new RuleBook([{ ...rule, effect: throttled }]).judge(requestOf(operation, body));
    expect(fault !== undefined).toBe(applies);
  });
});

describe("of several rules", () => {
  test("the first fault counts and all latencies add up", () => {
    const latency = (milliseconds: number): FaultRule => ({ effect: { kind: "latency", milliseconds } });
    const book = new RuleBook([latency(20), { effect: throttled }, { effect: broken }, latency(30)]);
    expect(book.judge(requestOf("ListTables", {}))).toEqual({ delayMilliseconds: 50, fault: throttled });
  });

  test("each counts for itself, also the requests that another one acts on", () => {
    const book = new RuleBook([
      { calls: 1, effect: throttled },
      { calls: 2, effect: broken },
    ]);
    const faults = [1, 2, 3].map(() => book.judge(requestOf("ListTables", {})).fault);
    expect(faults).toEqual([throttled, broken, undefined]);
  });
});

test("a request names each of its tables once, and the region that it was signed for", () => {
  const headers = {
    "x-amz-target": "DynamoDB_20120810.TransactGetItems",
    authorization:
      "AWS4-HMAC-SHA256 Credential=AKIA/20261122/ap-south-1/dynamodb/aws4_request, SignedHeaders=host",
  };
  const actions = ["Orders", "Customers", "Orders"].map((TableName) => ({ Get: { TableName } }));
  expect(readRequest(headers, JSON.stringify({ TransactItems: actions }))).toMatchObject({
    operation: "TransactGetItems",
    tables: ["Orders", "Customers"],
    region: "ap-south-1",
  });
});

test.each(["", "no JSON", "[1]", "null"])("a body %j that is no JSON object counts as empty", (text) => {
  expect(readRequest({}, text)).toMatchObject({ operation: "", tables: [], body: {} });
});
