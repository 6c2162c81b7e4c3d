import { mkdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test } from "vitest";
import { clientOf, temporaryFolder } from "../embedded.test-support.ts";
import { openEmbeddedDynamoDB } from "../open-embedded-dynamodb.ts";
import { startOtherProcess } from "../other-process.test-support.ts";
import { seedSampleTables } from "../sample-tables/seed-sample-tables.ts";
import { startEmbeddedDynamoDB } from "../start-embedded-dynamodb.ts";
import { joinEmbeddedDynamoDB } from "./join.ts";

const frankfurt = "eu-central-1";
const virginia = "us-east-1";

describe("a data folder that another process runs", () => {
  test("is refused to a second owner, with the id of the first", async () => {
    await using folder = await temporaryFolder();
    await using other = await startOtherProcess({ implementation: "dynoxide", dataFolder: folder.path });
    await expect(startEmbeddedDynamoDB({ dataFolder: folder.path })).rejects.toMatchObject({
      code: "data-folder-in-use",
      message: expect.stringContaining(`process ${other.pid}`) as string,
    });
  });

  test("is joined: its running regions, and those that were not running yet", async () => {
    await using folder = await temporaryFolder();
    await using other = await startOtherProcess({ implementation: "dynalite", dataFolder: folder.path });
    await using joined = await joinEmbeddedDynamoDB(folder.path);
    expect(joined).toMatchObject({ implementation: "dynalite", isOwner: false });
    expect(await joined?.endpointFor(frankfurt)).toBe(other.endpoint);
    const late = await joined?.endpointFor(virginia);
    expect(late).not.toBe(other.endpoint);
    expect((await joined?.regions())?.map(({ region, endpoint }) => [region, endpoint])).toEqual([
      [frankfurt, other.endpoint],
      [virginia, late],
    ]);
    await expect(joined?.endpointFor("../escape")).rejects.toMatchObject({ code: "region-invalid" });
  });

  test("goes on when one that joined it stops", async () => {
    await using folder = await temporaryFolder();
    await using owner = await startEmbeddedDynamoDB({ dataFolder: folder.path, seed: seedSampleTables });
    const joined = await joinEmbeddedDynamoDB(folder.path);
    const endpoint = await joined?.endpointFor(frankfurt);
    await joined?.stop();
    expect(await owner.endpointFor(frankfurt)).toBe(endpoint);
    using client = clientOf(endpoint ?? "");
    expect((await client.send(new ListTablesCommand({}))).TableNames).toHaveLength(3);
  });

  test("tells who joined it why a region does not start", async () => {
    await using folder = await temporaryFolder();
    const seed = () => Promise.reject(new Error("the disk is full"));
    await using _owner = await startEmbeddedDynamoDB({ dataFolder: folder.path, seed });
    await using joined = await joinEmbeddedDynamoDB(folder.path);
    await expect(joined?.endpointFor(frankfurt)).rejects.toThrow("the disk is full");
  });

  test("is not joined when nobody runs it", async () => {
    await using folder = await temporaryFolder();
    expect(await joinEmbeddedDynamoDB(folder.path)).toBeUndefined();
    await (await startEmbeddedDynamoDB({ dataFolder: folder.path })).stop();
    expect(await joinEmbeddedDynamoDB(folder.path)).toBeUndefined();
  });
});

describe("opening a data folder", () => {
  test("starts it for the first and joins it for all others, also at the same moment", async () => {
    await using folder = await temporaryFolder();
    const opened = await Promise.all(
      [1, 2, 3, 4].map(() => openEmbeddedDynamoDB({ dataFolder: folder.path })),
    );
    expect(opened.filter(({ isOwner }) => isOwner)).toHaveLength(1);
    const endpoints = await Promise.all(opened.map((each) => each.endpointFor(frankfurt)));
    expect(new Set(endpoints).size).toBe(1);
    for (const each of opened) await each.stop();
  });

  test("survives the death of the process that was joined: the next question opens it again", async () => {
    await using folder = await temporaryFolder();
    const other = await startOtherProcess({ implementation: "dynoxide", dataFolder: folder.path });
    await using opened = await openEmbeddedDynamoDB({ implementation: "dynoxide", dataFolder: folder.path });
    expect(await opened.endpointFor(frankfurt)).toBe(other.endpoint);
    expect(opened.isOwner).toBe(false);
    await other.kill();
    const endpoints = await Promise.all([opened.endpointFor(frankfurt), opened.endpointFor(frankfurt)]);
    expect(endpoints[0]).toBe(endpoints[1]);
    expect(opened.isOwner).toBe(true);
  });
});

describe("a lock is taken over", () => {
  const lock = { pid: 0, control: "http://127.0.0.1:9", token: "left behind" };
  const deadPid = 2 ** 22 + 1;

  test.each([
    ["its process has ended", JSON.stringify({ ...lock, pid: deadPid })],
    ["its process id has become another program's", JSON.stringify({ ...lock, pid: process.pid })],
    ["its writer was cut off long ago", '{"pid":'],
    ["it is empty since long ago", ""],
  ])("when %s", async (_name, content) => {
    await using folder = await temporaryFolder();
    await leaveBehind(join(folder.path, "lock.json"), content);
    const starts = await Promise.allSettled(
      [1, 2, 3].map(() => startEmbeddedDynamoDB({ dataFolder: folder.path })),
    );
    const started = starts.filter((start) => start.status === "fulfilled");
    const refused = starts.filter((start) => start.status === "rejected");
    expect(started).toHaveLength(1);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "data-folder-in-use" });
    for (const { value } of started) await value.stop();
  });

  test("also when a process died while it was taking one over", async () => {
    await using folder = await temporaryFolder();
    await leaveBehind(join(folder.path, "lock.json"), JSON.stringify({ ...lock, pid: deadPid }));
    const guard = join(folder.path, "lock.json.recovery");
    await mkdir(guard);
    await utimes(guard, longAgo, longAgo);
    await using dynamodb = await startEmbeddedDynamoDB({ dataFolder: folder.path });
    expect(dynamodb.isOwner).toBe(true);
  });

  test("and when some other server listens at its address", async () => {
    await using folder = await temporaryFolder();
    const stranger = createServer((_request, response) => response.end("hello"));
    await new Promise<void>((resolve) => void stranger.listen(0, "127.0.0.1", resolve));
    const { port } = stranger.address() as { readonly port: number };
    const control = `http://127.0.0.1:${port}`;
    await leaveBehind(join(folder.path, "lock.json"), JSON.stringify({ ...lock, pid: process.pid, control }));
    await using dynamodb = await startEmbeddedDynamoDB({ dataFolder: folder.path });
    expect(dynamodb.isOwner).toBe(true);
    stranger.close();
  });
});

test("only its owner can read the lock, and nobody gets in without its token", async () => {
  await using folder = await temporaryFolder();
  const dataFolder = join(folder.path, "data");
  await using _dynamodb = await startEmbeddedDynamoDB({ dataFolder });
  const file = join(dataFolder, "lock.json");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
  const { control } = JSON.parse(await readFile(file, "utf8")) as { readonly control: string };
  for (const headers of [{}, { authorization: "Bearer guessed" }]) {
    expect((await fetch(control, { headers })).status).toBe(401);
    expect((await fetch(`${control}/regions/${frankfurt}`, { method: "POST", headers })).status).toBe(401);
  }
});

const longAgo = new Date("2020-01-01T00:00:00Z");

async function leaveBehind(file: string, content: string): Promise<void> {
  await writeFile(file, content);
  await utimes(file, longAgo, longAgo);
}
