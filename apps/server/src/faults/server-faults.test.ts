import { afterAll, beforeAll, expect, test } from "vitest";
import { kills } from "./faults.test-support.ts";
import { ShakenServer } from "./shaken-server.test-support.ts";

let server: ShakenServer;
beforeAll(async () => {
  server = await ShakenServer.start();
  await server.untilReady();
}, 60_000);
afterAll(() => server.end(), 60_000);

test.runIf(process.platform === "linux").each(kills)(
  "$name under load: what was acknowledged is there, and the server goes on",
  async (fault) => {
    const before = server.acknowledged;
    await fault.happen(server, 150);
    expect(server.acknowledged).toBeGreaterThan(before);
    await server.judge();
  },
  120_000,
);
