import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, test, vi } from "vitest";
import { answersListTables } from "./child/readiness.ts";
import { clientOf, implementations, tableNamed, temporaryFolder } from "./embedded.test-support.ts";
import { startOtherProcess } from "./other-process.test-support.ts";
import { startEmbeddedDynamoDB } from "./start-embedded-dynamodb.ts";

const frankfurt = "eu-central-1";
const patience = { timeout: 10_000 };
const answers = (endpoint: string) => answersListTables(endpoint, AbortSignal.timeout(10_000));

describe.each(implementations)(
  "when a process that runs DynamoDB on %s is killed with kill -9",
  (implementation) => {
    test("its child ends too, and the next process finds the tables", async () => {
      await using folder = await temporaryFolder();
      const other = await startOtherProcess({ implementation, dataFolder: folder.path });
      using client = clientOf(other.endpoint);
      await client.send(new CreateTableCommand(tableNamed("Kept")));
      await other.kill();
      await vi.waitFor(async () => expect(await answers(other.endpoint)).toBe(false), patience);

      await using dynamodb = await startEmbeddedDynamoDB({ implementation, dataFolder: folder.path });
      using reader = clientOf(await dynamodb.endpointFor(frankfurt));
      expect((await reader.send(new ListTablesCommand({}))).TableNames).toEqual(["Kept"]);
    });

    test("where the kernel cannot end its child, the next process does", async () => {
      await using folder = await temporaryFolder();
      const other = await startOtherProcess({ implementation, dataFolder: folder.path, path: "" });
      using client = clientOf(other.endpoint);
      await client.send(new CreateTableCommand(tableNamed("Kept")));
      await other.kill();

      await using dynamodb = await startEmbeddedDynamoDB({ implementation, dataFolder: folder.path });
      expect(await answers(other.endpoint)).toBe(false);
      using reader = clientOf(await dynamodb.endpointFor(frankfurt));
      expect((await reader.send(new ListTablesCommand({}))).TableNames).toEqual(["Kept"]);
    });

    test("its temporary folder is removed by the next process", async () => {
      const other = await startOtherProcess({ implementation, path: "" });
      const folder = await temporaryFolderOf(other.pid);
      await other.kill();
      await using _dynamodb = await startEmbeddedDynamoDB({ implementation });
      expect(await answers(other.endpoint)).toBe(false);
      await expect(access(folder)).rejects.toMatchObject({ code: "ENOENT" });
    });
  },
);

test("a process that has the id of a dead child, but runs something else, is left alone", async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, "dynoxide", frankfurt), { recursive: true });
  const record = { pid: process.pid, commandLine: ["/opt/dynoxide", "--port", "4000"] };
  await writeFile(join(folder.path, "dynoxide", frankfurt, "child.json"), JSON.stringify(record));
  await using dynamodb = await startEmbeddedDynamoDB({ dataFolder: folder.path });
  await expect(dynamodb.endpointFor(frankfurt)).resolves.toBeTypeOf("string");
});

/** The temporary data folder whose lock the process holds. */
async function temporaryFolderOf(pid: number): Promise<string> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith("rivulet-dynamodb-")) continue;
    const lock = await readFile(join(tmpdir(), name, "lock.json"), "utf8").catch(() => "{}");
    if ((JSON.parse(lock) as { readonly pid?: number }).pid === pid) return join(tmpdir(), name);
  }
  throw new Error(`Process ${pid} has no temporary data folder.`);
}
