import { expect, it } from "vitest";
import { run } from "./killed-saves.test-support.ts";

it("a save is all or none, and kept once acknowledged, when its process is killed at any moment", async () => {
  const saves = await run({ runs: 12, seed: 20_260_101 });
  expect(saves).toBeGreaterThanOrEqual(12);
}, 120_000);
