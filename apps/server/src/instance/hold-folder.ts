import { setTimeout as delay } from "node:timers/promises";
import type { ProjectFolder } from "@rivulet/model/folder";
import { ServerError } from "./server-error.ts";
import { readServerFile } from "./server-file.ts";

/** A command that saves holds the lock for a moment only, a server for its life. */
const attempts = 20;
const pause = 100;

/**
 * Takes the lock of a project folder for as long as the server lives.
 *
 * @throws {ServerError} `already-running`, with the address of the other server; `folder-in-use`
 */
export async function holdFolder(folder: ProjectFolder, localFolder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const lock = folder.lock();
    if (lock.outcome === "locked") return;
    const server = await readServerFile(localFolder);
    if (server?.pid === lock.pid) {
      throw new ServerError(
        "already-running",
        `Rivulet is already running at ${server.address} on ${folder.path}.`,
      );
    }
    if (attempt === attempts) {
      const message = `Process ${lock.pid} is using the project in ${folder.path}. Wait for it to end, or stop it.`;
      throw new ServerError("folder-in-use", message);
    }
    await delay(pause);
  }
}
