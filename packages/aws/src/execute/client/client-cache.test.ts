import { expect, test } from "vitest";
import { ClientCache } from "./client-cache.ts";
import type { ClientTarget } from "./client-options.ts";

interface FakeClient {
  readonly target: ClientTarget;
  isDestroyed: boolean;
  destroy(): void;
}

function cacheOfFakes() {
  const made: FakeClient[] = [];
  const cache = new ClientCache(async (target) => {
    const client = { target, isDestroyed: false, destroy: () => void (client.isDestroyed = true) };
    made.push(client);
    return client;
  });
  return { cache, made };
}

const keys = { accessKeyId: "AKIA", secretAccessKey: "secret" };
const base: ClientTarget = { region: "eu-central-1", endpoint: null, keys, client: {} };

test("equal targets share a client, others have their own", async () => {
  const { cache, made } = cacheOfFakes();
  const targets: ClientTarget[] = [
    base,
    { ...base, region: "eu-west-1" },
    { ...base, endpoint: "http://localhost:8000" },
    { ...base, keys: { ...keys, secretAccessKey: "other" } },
    { ...base, keys: { ...keys, sessionToken: "token" } },
    { ...base, client: { maximumAttempts: 1 } },
  ];
  for (const target of [...targets, ...structuredClone(targets)]) {
    const used = await cache.use(target, async (client) => client.target);
    expect(used).toEqual(target);
  }
  expect(made).toHaveLength(targets.length);
});

test("of more than 32 clients the least recently used one is closed, after its last call", async () => {
  const { cache, made } = cacheOfFakes();
  const use = (at: number, action = async () => {}) => cache.use({ ...base, region: `region-${at}` }, action);
  let endCall = () => {};
  const call = use(0, () => new Promise<void>((resolve) => (endCall = resolve)));
  for (let at = 1; at <= 33; at += 1) await use(at);
  expect(made.filter(({ isDestroyed }) => isDestroyed).map(({ target }) => target.region)).toEqual([
    "region-1",
  ]);
  expect(made[0]?.isDestroyed).toBe(false);
  endCall();
  await call;
  await Promise.resolve();
  expect(made[0]?.isDestroyed).toBe(true);
});

test("a client that could not be made is tried again", async () => {
  let tries = 0;
  const cache = new ClientCache(async () => {
    tries += 1;
    if (tries === 1) throw new Error("not yet");
    return { destroy: () => {} };
  });
  await expect(cache.use(base, async () => "used")).rejects.toThrow("not yet");
  expect(await cache.use(base, async () => "used")).toBe("used");
});
