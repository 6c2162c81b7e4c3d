import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { runCommandLine } from "./command-line.ts";
import { commandLine } from "./command-process.test-support.ts";
import { commands } from "./commands.ts";

/** The finished tutorial. */
export const template = join(import.meta.dirname, "../templates/tutorial");
/** The folder in which tests work, from {@link useFolder} on. */
export const parent = join(tmpdir(), `rivulet-cli-${randomUUID()}`);

/** Makes the folder for the tests of a file, and takes it away behind them. For each file, also where a worker keeps this module. */
export function useFolder(): void {
  beforeAll(() => {
    mkdirSync(parent);
  });
  afterAll(() => rmSync(parent, { recursive: true, force: true }));
}

let folders = 0;
/** A copy of the tutorial, to be spoilt. */
export function tutorial(): string {
  const folder = join(parent, `tutorial-${(folders += 1)}`);
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** A copy under a name of its own. */
export function tutorialAt(name: string): void {
  cpSync(template, join(parent, name), { recursive: true });
}

/** Runs a command in this process, as main.ts does. */
export async function rivulet(...words: string[]) {
  const written = { out: "", error: "" };
  const code = await runCommandLine(commands, words, {
    out: (text) => void (written.out += `${text}\n`),
    error: (text) => void (written.error += `${text}\n`),
    input: () => "",
    isWatched: false,
    environment: {},
    signal: new AbortController().signal,
    path: (path) => resolve(parent, path),
  });
  return { code, output: written.out, errors: written.error };
}

/** Runs a command in a process of its own. */
export function rivuletProcess(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandLine, ...words], {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: parent },
  });
  return { code: status, output: stdout, errors: stderr };
}

/** Changes a file of a folder. */
export function change(folder: string, path: string, edit: (text: string) => string): void {
  const file = join(folder, path);
  writeFileSync(file, edit(readFileSync(file, "utf8")));
}

/** The file of the tutorial's microflow. */
export const listTables = "modules/MyFirstModule/microflows/DS_ListTables.json";
