import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { ProjectRecords } from "@rivulet/model";
import { createProject } from "@rivulet/model/folder";

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
  const saved = await createProject(folder, records);
  if (saved.outcome !== "saved") throw new Error(`The project was not written: ${saved.outcome}`);
  const server = spawn(process.execPath, [command, "start", folder, "--port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    // Nothing of what is measured keeps anything there.
    env: { ...process.env, DATABASE_URL: "none" },
  });
  const address = await addressOf(server);
  return {
    address,
    close: async () => {
      server.kill("SIGTERM");
      if (server.exitCode === null) await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
