import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson } from "@rivulet/model";
import * as z from "zod/mini";

/** A server that runs on a project folder, as others on this machine find it. */
export interface RunningServer {
  readonly pid: number;
  /** `http://127.0.0.1:8080` */
  readonly address: string;
}

const schema = z.object({ pid: z.int(), address: z.string() });
const fileOf = (localFolder: string) => join(localFolder, "server.json");

/**
 * Writes down that this process serves the project; only its owner can read it. Whoever does so holds the lock of the
 * folder, so there is never another one.
 */
export async function announceServer(localFolder: string, address: string): Promise<void> {
  const file = fileOf(localFolder);
  const temporary = `${file}.${process.pid}.new`;
  await writeFile(temporary, `${JSON.stringify({ pid: process.pid, address })}\n`, { mode: 0o600 });
  await rename(temporary, file);
}

/** Takes the announcement back. */
export async function withdrawServer(localFolder: string): Promise<void> {
  const present = await readServerFile(localFolder);
  if (present?.pid === process.pid) await rm(fileOf(localFolder), { force: true });
}

/** The server that was last announced. It may have been killed since: its process id says so. */
export async function readServerFile(localFolder: string): Promise<RunningServer | undefined> {
  try {
    return schema.safeParse(parseJson(await readFile(fileOf(localFolder), "utf8"))).data;
  } catch {
    return undefined;
  }
}
