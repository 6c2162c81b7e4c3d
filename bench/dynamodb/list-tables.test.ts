import type { RunOutcome } from "@rivulet/runtime";
import { expect, test } from "vitest";
import { listTablesByHand, listTablesFlow, openTables } from "./list-tables.ts";

test("the microflow and the hand-written call give the same tables", async () => {
  const surroundings = await openTables(3);
  try {
    const flow = await listTablesFlow(surroundings.content);
    const byHand = await listTablesByHand(surroundings.content);
    const outcome = (await flow()) as RunOutcome;
    const tables = (await byHand()) as readonly object[];
    expect(tables).toHaveLength(3);
    expect(outcome).toMatchObject({ status: "completed" });
    const json = outcome.status === "completed" ? outcome.toJson() : undefined;
    expect(json).toMatchObject(tables);
  } finally {
    await surroundings.close();
  }
});
