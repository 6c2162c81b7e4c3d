import { expect, test } from "vitest";
import type { TableFacts } from "./data-api.ts";
import { type Reading, readRequest, wholeTable } from "./reading.ts";

const facts: TableFacts = {
  name: "Orders",
  status: "ACTIVE",
  key: [
    { name: "Customer", type: "S" },
    { name: "Number", type: "N" },
  ],
  indexes: [{ name: "ByStatus", kind: "global", key: [{ name: "Status", type: "S" }], projection: "all" }],
  billing: "on demand",
  itemCount: 0,
  sizeInBytes: 0,
};

const partition = { name: "Customer", value: { S: "C-1" } };

test.each<[string, Partial<Reading>, unknown]>([
  ["nothing: a scan", {}, null],
  ["a partition", { partition: "C-1" }, { partition, isDescending: false }],
  [
    "a sort key, in the type of the key",
    { partition: "C-1", test: ">", sort: "12345678901234567890123", isDescending: true },
    {
      partition,
      sort: { name: "Number", test: ">", value: { N: "12345678901234567890123" } },
      isDescending: true,
    },
  ],
  [
    "two values",
    { partition: "C-1", test: "between", sort: "1", upTo: "2" },
    {
      partition,
      sort: { name: "Number", test: "between", value: { N: "1" }, upTo: { N: "2" } },
      isDescending: false,
    },
  ],
  [
    "the key of an index, which has no sort key",
    { index: "ByStatus", partition: "Open", sort: "left over" },
    { partition: { name: "Status", value: { S: "Open" } }, isDescending: false },
  ],
])("the fields say %s", (_, written, query) => {
  expect(readRequest({ ...wholeTable, ...written }, facts).query).toEqual(query);
});
