import type { RunOutcome } from "@rivulet/runtime";
import { expect, test } from "vitest";
import { listTablesByHand, listTablesFlow, openTables } from "./list-tables.ts";

test("the microflow and the hand-written call give the same tables", async () => {
  const tables = await openTables(3);
  try {
    const flow = await listTablesFlow(tables.content);
    const byHand = await listTablesByHand(tables.content);
    const outcome = (await flow()) as RunOutcome;
    const tables = (await byHand()) as readonly object[];
    expect(tables).toHaveLength(3);
    expect(outcome).toMatchObject({ status: "completed" });
    const json = outcome.status === "completed" ? outcome.toJson() : undefined;
    expect(json).toMatchObject(tables);
  } finally {
    await tables.close();
  }
});
