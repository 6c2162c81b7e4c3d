import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson } from "@rivulet/model";
import { isAlive, thisProcess } from "@rivulet/model/folder";
import * as z from "zod/mini";

/** A server that runs on a project folder, as others on this machine find it. */
export interface RunningServer {
  readonly pid: number;
  /** `http://127.0.0.1:8080` */
  readonly address: string;
}

const schema = z.object({ pid: z.int(), start: z.string(), address: z.string() });
const folderOf = (localFolder: string) => join(localFolder, "servers");

/**
 * Writes down that this process serves the project; only its owner can read it. Returns what takes that back.
 *
 * @param localFolder the project's `.rivulet`
 */
export async function announceServer(localFolder: string, address: string): Promise<() => Promise<void>> {
  const folder = folderOf(localFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${process.pid}-${randomBytes(4).toString("hex")}.json`);
  await writeFile(`${file}.new`, `${JSON.stringify({ ...thisProcess(), address })}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return () => rm(file, { force: true });
}

/** The servers that run on a project now; what killed ones have left is removed. */
export async function readServers(localFolder: string): Promise<readonly RunningServer[]> {
  const folder = folderOf(localFolder);
  const names = await readdir(folder).catch(() => []);
  const found = names.filter((name) => name.endsWith(".json")).map((name) => readOne(join(folder, name)));
  return (await Promise.all(found)).filter((server) => server !== undefined);
}

async function readOne(file: string): Promise<RunningServer | undefined> {
  try {
    const { data } = schema.safeParse(parseJson(await readFile(file, "utf8")));
    if (!data) return undefined;
    if (isAlive(data)) return { pid: data.pid, address: data.address };
    await rm(file, { force: true });
  } catch {
    // Gone meanwhile.
  }
  return undefined;
}
