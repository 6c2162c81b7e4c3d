import { afterEach, expect, test } from "vitest";
import { SubjectProcess } from "./subject-process.ts";

const module = new URL("../runtime/hand-written.ts", import.meta.url).href;
const child = new SubjectProcess();
afterEach(() => child.close());

test("a subject process prepares a subject, gauges it, and names what is wrong", async () => {
  const subject = { ask: "prepare", side: "ours", module, context: null } as const;
  await expect(child.ask({ ...subject, name: "missing" })).rejects.toThrow("has no export missing");
  await expect(child.ask({ ask: "cpu", side: "ours", calls: 1 })).rejects.toThrow(
    "ours has not been prepared",
  );
  await child.ask({ ...subject, name: "handWrittenThousand" });
  expect(await child.ask({ ask: "cpu", side: "ours", calls: 10 })).toBeGreaterThan(0);
  expect(await child.ask({ ask: "peak-memory", side: "ours" })).toBeGreaterThan(10);
  expect(await child.ask({ ask: "event-loop-delay", side: "ours" })).toBeGreaterThanOrEqual(0);
});
