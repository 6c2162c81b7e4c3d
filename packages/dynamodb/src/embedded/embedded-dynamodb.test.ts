import { access, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { ListTablesCommand, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import {
  clientOf,
  createTable,
  implementations,
  tableNamed,
  temporaryFolder,
} from "./embedded.test-support.ts";
import type { ImplementationName } from "./implementations/implementation.ts";
import type { RunningRegion, Seed } from "./region-instance.ts";
import { startEmbeddedDynamoDB } from "./start-embedded-dynamodb.ts";

const frankfurt = "eu-central-1";

async function createTableAt(endpoint: string, name: string): Promise<void> {
  using client = clientOf(endpoint);
  await createTable(client, tableNamed(name));
}

async function tablesAt(endpoint: string): Promise<readonly string[]> {
  using client = clientOf(endpoint);
  return (await client.send(new ListTablesCommand({}))).TableNames ?? [];
}

describe.each(implementations)("the embedded DynamoDB on %s", (implementation) => {
  test("each region is its own set of tables", async () => {
    await using dynamodb = await startEmbeddedDynamoDB({ implementation });
    await createTableAt(await dynamodb.endpointFor(frankfurt), "Here");
    await createTableAt(await dynamodb.endpointFor("us-east-1"), "There");
    expect(await tablesAt(await dynamodb.endpointFor(frankfurt))).toEqual(["Here"]);
    expect(await tablesAt(await dynamodb.endpointFor("us-east-1"))).toEqual(["There"]);
    expect((await dynamodb.regions()).map(({ region }) => region)).toEqual([frankfurt, "us-east-1"]);
  });

  test("a region starts at its first use, once for all who ask at the same time", async () => {
    await using dynamodb = await startEmbeddedDynamoDB({ implementation });
    expect(await dynamodb.regions()).toEqual([]);
    const endpoints = await Promise.all([1, 2, 3, 4].map(() => dynamodb.endpointFor(frankfurt)));
    expect(new Set(endpoints).size).toBe(1);
    expect(await dynamodb.regions()).toHaveLength(1);
  });

  test("tables are kept in the data folder", async () => {
    await using folder = await temporaryFolder();
    const options = { implementation, dataFolder: join(folder.path, "not", "there", "yet") };
    const first = await startEmbeddedDynamoDB(options);
    await createTableAt(await first.endpointFor(frankfurt), "Kept");
    await first.stop();
    await using second = await startEmbeddedDynamoDB(options);
    expect(await tablesAt(await second.endpointFor(frankfurt))).toEqual(["Kept"]);
  });

  test("a killed child comes back at the same endpoint with its tables, without its clients noticing", async () => {
    const restarted: RunningRegion[] = [];
    await using dynamodb = await startEmbeddedDynamoDB({
      implementation,
      onRestart: (region) => restarted.push(region),
    });
    const endpoint = await dynamodb.endpointFor(frankfurt);
    await createTableAt(endpoint, "Survivor");
    for (const round of [1, 2, 3]) {
      const [running] = await dynamodb.regions();
      process.kill(running?.pid ?? Number.NaN, "SIGKILL");
      expect(await tablesAt(endpoint)).toEqual(["Survivor"]);
      expect(await dynamodb.endpointFor(frankfurt)).toBe(endpoint);
      expect(restarted.at(-1)).toMatchObject({ region: frankfurt, endpoint, restarts: round });
    }
  });

  test("an expression that brings its process down costs a restart, not the tables", async () => {
    const { promise: restarted, resolve: onRestart } = Promise.withResolvers<RunningRegion>();
    await using dynamodb = await startEmbeddedDynamoDB({ implementation, onRestart });
    const endpoint = await dynamodb.endpointFor(frankfurt);
    await createTableAt(endpoint, "Survivor");
    using client = clientOf(endpoint, frankfurt, { maxAttempts: 1 });
    await client.send(new PutItemCommand({ TableName: "Survivor", Item: { Id: { S: "1" } } }));
    const scan = new ScanCommand({ TableName: "Survivor", FilterExpression: poison[implementation] });
    await expect(client.send(scan)).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(await restarted).toMatchObject({ region: frankfurt, endpoint, restarts: 1 });
    expect(await tablesAt(endpoint)).toEqual(["Survivor"]);
  });

  test("it is out of reach from other machines", async () => {
    await using dynamodb = await startEmbeddedDynamoDB({ implementation });
    const { port } = new URL(await dynamodb.endpointFor(frankfurt));
    for (const address of addressesOfThisMachine()) expect(await accepts(address, Number(port))).toBe(false);
    expect(await accepts("127.0.0.1", Number(port))).toBe(true);
  });

  test("after stop nothing answers and nothing starts", async () => {
    await using folder = await temporaryFolder();
    const dynamodb = await startEmbeddedDynamoDB({ implementation, dataFolder: folder.path });
    const { port } = new URL(await dynamodb.endpointFor(frankfurt));
    await Promise.all([dynamodb.stop(), dynamodb.stop()]);
    expect(await accepts("127.0.0.1", Number(port))).toBe(false);
    await expect(dynamodb.endpointFor(frankfurt)).rejects.toMatchObject({ code: "stopped" });
    await expect(access(join(folder.path, "lock.json"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("stopping during a start ends the child and tells who waits", async () => {
    const dynamodb = await startEmbeddedDynamoDB({ implementation });
    const [waiting] = await Promise.allSettled([dynamodb.endpointFor(frankfurt), dynamodb.stop()]);
    expect(waiting).toMatchObject({ status: "rejected", reason: { code: "stopped" } });
  });

  test("an aborted signal stops it; an aborted question stops only that question", async () => {
    const whole = new AbortController();
    const dynamodb = await startEmbeddedDynamoDB({ implementation, signal: whole.signal });
    const question = new AbortController();
    const asked = dynamodb.endpointFor(frankfurt, question.signal);
    question.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    await expect(dynamodb.endpointFor(frankfurt)).resolves.toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    whole.abort();
    await dynamodb.stop();
    await expect(dynamodb.endpointFor(frankfurt)).rejects.toMatchObject({ code: "stopped" });
  });

  test("a seed runs once in the life of the data folder, and again only when it failed", async () => {
    await using folder = await temporaryFolder();
    const seeded: string[] = [];
    const seed: Seed = async (endpoint, region) => {
      seeded.push(region);
      if (seeded.length === 1) throw new Error("the disk is full");
      await createTableAt(endpoint, "Seeded");
    };
    const options = { implementation, dataFolder: folder.path, seed };
    const first = await startEmbeddedDynamoDB(options);
    await expect(first.endpointFor(frankfurt)).rejects.toThrow("the disk is full");
    expect(await tablesAt(await first.endpointFor(frankfurt))).toEqual(["Seeded"]);
    await first.stop();
    await using second = await startEmbeddedDynamoDB(options);
    expect(await tablesAt(await second.endpointFor(frankfurt))).toEqual(["Seeded"]);
    expect(seeded).toEqual([frankfurt, frankfurt]);
  });

  test("an endpoint is given out only when its seed is done, also when the child dies meanwhile", async () => {
    const pids: number[] = [];
    await using dynamodb = await startEmbeddedDynamoDB({
      implementation,
      async seed(endpoint) {
        const [running] = await dynamodb.regions();
        pids.push(running?.pid ?? Number.NaN);
        process.kill(pids[0] ?? Number.NaN, "SIGKILL");
        await createTableAt(endpoint, "Seeded");
      },
    });
    expect(await tablesAt(await dynamodb.endpointFor(frankfurt))).toEqual(["Seeded"]);
    expect(pids).toHaveLength(1);
  });

  test("a child that does not come up is told with the end of its log", async () => {
    await using folder = await temporaryFolder();
    const first = await startEmbeddedDynamoDB({ implementation, dataFolder: folder.path });
    await first.endpointFor(frankfurt);
    await first.stop();
    await spoilTables(join(folder.path, implementation, frankfurt));
    await using second = await startEmbeddedDynamoDB({ implementation, dataFolder: folder.path });
    await expect(second.endpointFor(frankfurt)).rejects.toMatchObject({
      code: "start-failed",
      message: expect.stringContaining("child.log") as string,
    });
    await expect(second.endpointFor("us-east-1")).resolves.toBeTypeOf("string");
  });
});

describe("the embedded DynamoDB refuses", () => {
  test.each(["../escape", "", "EU-CENTRAL-1", "a/b", ".", "eu central 1", "x".repeat(64)])(
    "%j as a region",
    async (region) => {
      await using dynamodb = await startEmbeddedDynamoDB({});
      await expect(dynamodb.endpointFor(region)).rejects.toMatchObject({ code: "region-invalid" });
    },
  );

  test("a data folder whose place depends on the current folder", async () => {
    const start = startEmbeddedDynamoDB({ dataFolder: "data" });
    await expect(start).rejects.toMatchObject({ code: "data-folder-invalid" });
  });

  test("a binary that cannot be run, instead of taking another one", async () => {
    const start = startEmbeddedDynamoDB({ binary: "/nowhere/dynoxide" });
    await expect(start).rejects.toMatchObject({
      code: "implementation-missing",
      message: expect.stringContaining("/nowhere/dynoxide") as string,
    });
  });
});

/** Filters that end the process of an implementation (limitations `deep-expressions`, `in-with-attribute-names`). */
const poison: Readonly<Record<ImplementationName, string>> = {
  dynoxide: "(".repeat(3_000),
  dynalite: "Id IN (Nickname, Surname)",
};

/** Puts something else where the tables were. */
async function spoilTables(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === "seeded" || name.endsWith(".log")) continue;
    await rm(join(folder, name), { recursive: true });
    await writeFile(join(folder, name), "These are not tables. ".repeat(100));
  }
}

function addressesOfThisMachine(): readonly string[] {
  const found = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return found.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address);
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
