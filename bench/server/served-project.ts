import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createProject, ProjectFolder, projectIdentity } from "@rivulet/model/folder";
import { openDatabase, PostgresAccounts, PostgresApiKeys } from "@rivulet/persistence";
import { projectRecords } from "@rivulet/testkit";
import { closedInAnyCase } from "../harness/left-open.ts";

const command = join(import.meta.dirname, "../../apps/cli/dist/rivulet.js");

/** A folder that another account may enter: the PostgreSQL of root runs as one. */
export function openFolder(name: string): { readonly path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), `rivulet-bench-${name}-`));
  chmodSync(path, 0o755);
  return { path, remove: closedInAnyCase(() => rmSync(path, { recursive: true, force: true })) };
}

/** A process that serves, and prints its address when it does. */
export interface ServingProcess {
  readonly address: string;
  readonly pid: number;
  end(): Promise<void>;
}

/** Longer than any start takes, and any end: what hangs fails the measure and not the whole run. */
const longestStart = 120_000;
const longestEnd = 40_000;

async function addressOf(child: ChildProcess): Promise<string> {
  const printed: string[] = [];
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      child.kill("SIGKILL");
      reject(new Error(`It printed no address: ${printed.join("\n")}`));
    };
    const timer = setTimeout(giveUp, longestStart);
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        printed.push(line);
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      });
    }
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`It ended with ${code}: ${printed.join("\n")}`));
    });
  });
}

/** Starts a Node program that prints its address. */
export async function serve(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<ServingProcess> {
  const child = spawn(process.execPath, words, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const end = closedInAnyCase(() => endChild(child));
  return { address: await addressOf(child), pid: child.pid ?? 0, end };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), longestEnd);
  await ended;
  clearTimeout(timer);
}

/** `rivulet start` with the options of `pnpm start`. */
export function startRivulet(folder: string, environment: Readonly<Record<string, string>> = {}) {
  return serve(["--max-semi-space-size=16", command, "start", folder, "--port", "0"], environment);
}

/** Writes a project with one microflow that does nothing. */
export async function writeNoOpProject(folder: string): Promise<void> {
  const records = projectRecords({ modules: { Bench: { microflows: { NoOp: { elements: {} } } } } });
  mkdirSync(folder);
  const saved = await createProject(folder, records);
  if (saved.outcome !== "saved") throw new Error(`The project was not written: ${saved.outcome}`);
}

/** Gives the project a person with an API key that runs microflows, in the database in which its server will look. */
export async function addKey(
  folder: string,
  { url, token }: { readonly url: string; readonly token: string },
): Promise<void> {
  await using database = await openDatabase(url);
  const project = projectIdentity(new ProjectFolder(realpathSync(folder)));
  const account = {
    id: "ada",
    name: "Ada",
    email: "ada@example.org",
    openId: null,
    authoring: "none",
  } as const;
  const state = { passwordHash: null, userRoles: [], isDisabled: false, createdAt: 0, signedInAt: null };
  await new PostgresAccounts(database.tables, project).add({ ...account, ...state });
  const tokenHash = createHash("sha256").update(token).digest("base64url");
  const key = { id: "key", name: "bench", account: account.id, scopes: ["run-microflows"] };
  const times = { createdAt: Date.now(), expiresAt: Date.now() + 86_400_000, usedAt: null };
  await new PostgresApiKeys(database.tables, project).add({ ...key, ...times }, tokenHash);
}

/** The path at which the microflow of {@link writeNoOpProject} runs. */
export const noOpPath = "/api/v1/microflows/Bench.NoOp/runs";
