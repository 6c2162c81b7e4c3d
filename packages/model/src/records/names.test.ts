import { expect, test } from "vitest";
import { freeName, maximumNameLength } from "./names.ts";

const long = "N".repeat(maximumNameLength);

test.each([
  ["keeps what is free", "Order", [], "Order"],
  ["gets a number where it is taken", "Order", ["Order"], "Order_2"],
  ["gets the next number", "Order", ["Order", "Order_2"], "Order_3"],
  ["is cut where the number would make it too long", long, [long], `${long.slice(0, -2)}_2`],
])("a free name %s", (_, wanted, taken: readonly string[], name) => {
  expect(freeName(wanted, (each) => !taken.includes(each))).toBe(name);
});
