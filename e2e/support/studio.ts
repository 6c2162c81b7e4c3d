import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { type Database, RunningServer } from "./running-server.ts";

const command = join(import.meta.dirname, "../../apps/cli/dist/rivulet.js");

/** Modules that tests add to a project. */
const ownModules = join(import.meta.dirname, "../modules");

/** A project folder with the real server on it. */
export interface RunningProject {
  readonly folder: string;
  readonly address: string;
  /** Runs a command of the command line in the folder; gives its exit code and output. */
  readonly rivulet: (...words: string[]) => { code: number | null; output: string; errors: string };
  /** The server process, to be disturbed. */
  readonly server: RunningServer;
}

/** Runs the real command line. */
function rivulet(words: readonly string[], folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder },
  });
  return { code: status, output: stdout, errors: stderr };
}

/** What a project begins with. */
export interface Beginning {
  readonly template: "tutorial" | "samples" | "blank";
  /** Modules of `modules/` that are in it besides. */
  readonly modules: readonly string[];
  readonly database?: Database;
  /** Whether people sign in; that needs a database. */
  readonly accounts?: boolean;
}

function makeProject({ template, modules }: Beginning, parent: string): string {
  const folder = join(parent, "project");
  const made = rivulet(["new", folder, "--template", template], parent);
  if (made.code !== 0) throw new Error(`rivulet new: ${made.errors}`);
  for (const module of modules) {
    cpSync(join(ownModules, module), join(folder, "modules", module), { recursive: true });
  }
  return folder;
}

/** Makes a fresh project, runs the real server on it while it is used, and clears both away. */
export async function withProject(
  beginning: Beginning,
  use: (project: RunningProject) => Promise<void>,
): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), "rivulet-e2e-"));
  // The account that a PostgreSQL of root runs as has to enter.
  chmodSync(parent, 0o755);
  try {
    const folder = makeProject(beginning, parent);
    const { database = "none", accounts = false } = beginning;
    const server = await RunningServer.start(command, folder, { database, accounts });
    try {
      await use({ folder, address: server.address, rivulet: (...words) => rivulet(words, folder), server });
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/**
 * Tests with a real server on a fresh project from `template`; the page is open on the studio.
 *
 * @example test("opens", async ({ page, project }) => { await page.goto(project.address); });
 */
export const test = base.extend<Required<Beginning> & { project: RunningProject }>({
  template: ["tutorial", { option: true }],
  modules: [[], { option: true }],
  database: ["none", { option: true }],
  accounts: [false, { option: true }],
  project: async ({ template, modules, database, accounts }, use) =>
    withProject({ template, modules, database, accounts }, use),
});

export { expect } from "@playwright/test";
