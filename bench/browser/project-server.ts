import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { ProjectRecords } from "@rivulet/model";
import { createProject } from "@rivulet/model/folder";
import { closedInAnyCase } from "../harness/left-open.ts";

const command = join(import.meta.dirname, "../../apps/cli/dist/rivulet.js");

/** The real server with the built studio and application, on a new project. */
export interface ProjectServer {
  readonly address: string;
  close(): Promise<void>;
}

function addressOf({ stderr }: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface({ input: stderr })
      .on("line", (line) => {
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
        if (address !== undefined) resolve(address);
      })
      .once("close", () => reject(new Error("The server ended before it said where it is.")));
  });
}

/** Starts a server on a new project with these records. */
export async function startProjectServer(records: ProjectRecords): Promise<ProjectServer> {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-bench-project-"));
  const remove = closedInAnyCase(() => rmSync(folder, { recursive: true, force: true }));
  const saved = await createProject(folder, records);
  if (saved.outcome !== "saved") throw new Error(`The project was not written: ${saved.outcome}`);
  const server = spawn(process.execPath, [command, "start", folder, "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    // Nothing of what is measured keeps anything there.
    env: { ...process.env, DATABASE_URL: "none" },
  });
  const end = closedInAnyCase(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  });
  return {
    address: await addressOf(server),
    close: async () => {
      await end();
      await remove();
    },
  };
}
