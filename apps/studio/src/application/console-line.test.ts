import { expect, test } from "vitest";
import { filteredLines, shownLine } from "./console-line.ts";

const at = "2026-01-31T12:00:00.000Z";

test("the end of a microflow says how long it took, from where it was called, and what failed", () => {
  const place = { page: "Sales.Orders", widget: "pay", widgetId: "w1" };
  const ended = {
    kind: "microflowEnded",
    microflow: "Sales.Pay",
    runId: "r1",
    duration: 12,
    place,
    at,
  } as const;
  expect(shownLine({ ...ended, number: 1, status: "completed" })).toMatchObject({
    level: "info",
    text: "completed in 12 ms, from pay on Sales.Orders",
    widget: { id: "w1", name: "pay" },
  });
  expect(shownLine({ ...ended, number: 2, status: "failed", failure: "No table." })).toMatchObject({
    level: "error",
    text: "failed in 12 ms: No table., from pay on Sales.Orders",
  });
});

test("lines are filtered by kind and by what stands in them, and shown in the order of their times", () => {
  const later = shownLine({
    kind: "pageOpened",
    page: "Sales.Orders",
    number: 2,
    at: "2026-01-31T12:00:01.000Z",
  });
  const first = shownLine({ kind: "started", number: 1, at });
  expect(filteredLines([later, first], { kind: null, text: "" })).toEqual([first, later]);
  expect(filteredLines([later, first], { kind: "pages", text: "ORDERS" })).toEqual([later]);
  expect(filteredLines([later, first], { kind: "log", text: "" })).toEqual([]);
});
