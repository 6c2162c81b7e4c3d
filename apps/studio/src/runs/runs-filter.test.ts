import { expect, test } from "vitest";
import { isFiltering, noFilter, queryOf } from "./runs-filter.ts";

test.each([
  [{}, ""],
  [{ status: "failed", error: "  a & b " }, "status=failed&error=a+%26+b"],
  [{ microflow: "Shop.Pay", who: "Ada" }, "microflow=Shop.Pay&who=Ada"],
  [{ since: "hour" }, "from=1970-01-01T00%3A00%3A00.000Z"],
  [{ error: "   " }, ""],
] as const)("%j asks for %j", (change, query) => {
  expect(queryOf({ ...noFilter, ...change }, 3_600_000).toString()).toBe(query);
});

test("a filter that lets everything pass is none", () => {
  expect(isFiltering({ ...noFilter })).toBe(false);
  expect(isFiltering({ ...noFilter, since: "day" })).toBe(true);
});
