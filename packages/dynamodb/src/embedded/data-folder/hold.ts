import { randomBytes } from "node:crypto";
import { endRecordedChildren } from "../child/child-record.ts";
import { type Controlled, openControlEndpoint } from "./control-endpoint.ts";
import { acquireLock, releaseLock } from "./lock.ts";

/** A data folder that is this process's own: others find it taken, and find the way in. */
export interface HeldDataFolder {
  /** Lets nobody in any more. From now on the folder counts as free for whoever finds it. */
  closeDoor(): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the lock, opens the door for other processes, and ends what a dead owner left running.
 *
 * @throws {EmbeddedDynamoDBError} `data-folder-in-use`
 */
export async function holdDataFolder(path: string, controlled: Controlled): Promise<HeldDataFolder> {
  const token = randomBytes(16).toString("hex");
  const door = await openControlEndpoint(token, controlled);
  const owner = { pid: process.pid, control: door.address, token };
  try {
    await acquireLock(path, owner);
    await endRecordedChildren(path);
  } catch (error) {
    await releaseLock(path, owner);
    await door.close();
    throw error;
  }
  return { closeDoor: () => door.close(), release: () => releaseLock(path, owner) };
}
