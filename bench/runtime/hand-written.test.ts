import { expect, test } from "vitest";
import { handWrittenThousand, keepLargeOrders, makeOrders } from "./hand-written.ts";

test("the flow keeps the orders whose amount is above 150", () => {
  expect(keepLargeOrders(makeOrders(50)).map(({ Amount }) => Amount)).toEqual([151, 154]);
  expect(keepLargeOrders(makeOrders(49))[0]).toEqual({ Amount: 151, Label: "Order n48" });
  expect(handWrittenThousand()()).toHaveLength(490);
});

test("it is exact beyond the safe integers, and refuses what does not fit into 64 bits", () => {
  const quantity = 3_000_000_000_000_000_000n;
  expect(keepLargeOrders([{ Quantity: quantity, Name: null }])).toEqual([
    { Amount: quantity * 3n + 7n, Label: "Order " },
  ]);
  expect(() => keepLargeOrders([{ Quantity: quantity * 2n, Name: null }])).toThrow("64 bits");
  expect(() => keepLargeOrders([{ Quantity: null, Name: null }])).toThrow("empty");
});
