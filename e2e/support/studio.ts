import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test as base } from "@playwright/test";

const command = join(import.meta.dirname, "../../apps/cli/dist/rivulet.js");

/** A project folder with the real server on it. */
export interface RunningProject {
  readonly folder: string;
  readonly address: string;
  /** Runs a command of the command line in the folder; gives its exit code and output. */
  readonly rivulet: (...words: string[]) => { code: number | null; output: string; errors: string };
}

/** Runs the real command line. */
export function rivulet(words: readonly string[], folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: folder },
  });
  return { code: status, output: stdout, errors: stderr };
}

/** Waits for the line with the address; fails with what was printed when the server ends before. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    for (const stream of [server.stdout, server.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        seen.push(line);
        const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
        if (address !== undefined) resolve(address);
      });
    }
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}:\n${seen.join("\n")}`)));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

/**
 * Tests with a real server on a fresh project from `template`; the page is open on the studio.
 *
 * @example test("opens", async ({ page, project }) => { await page.goto(project.address); });
 */
export const test = base.extend<{ template: "tutorial" | "blank"; project: RunningProject }>({
  template: ["tutorial", { option: true }],
  project: async ({ template }, use) => {
    const parent = mkdtempSync(join(tmpdir(), "rivulet-e2e-"));
    const folder = join(parent, "project");
    const made = rivulet(["new", folder, "--template", template], parent);
    if (made.code !== 0) throw new Error(`rivulet new: ${made.errors}`);
    const server = spawn(process.execPath, [command, "start", folder, "--port", "0"], {
      cwd: parent,
      stdio: ["ignore", "pipe", "pipe"],
    });
    try {
      const address = await addressOf(server);
      await use({ folder, address, rivulet: (...words) => rivulet(words, folder) });
    } finally {
      await stop(server);
      rmSync(parent, { recursive: true, force: true });
    }
  },
});

export { expect } from "@playwright/test";
