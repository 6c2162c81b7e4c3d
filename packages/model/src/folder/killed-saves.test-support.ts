import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { documentsOf } from "../documents/documents-of.ts";
import { createProject, ProjectFolder } from "./project-folder.ts";
import { numberedProject, numberOf } from "./saving-process.test-support.ts";

const program = fileURLToPath(new URL("./saving-process.test-support.ts", import.meta.url));

interface SavingProcess {
  readonly child: ChildProcess;
  /** The last number of which the process has said that it is saved; 0 before the first. */
  readonly acknowledged: () => number;
  readonly firstSave: Promise<unknown>;
}

function startSaving(folder: string): SavingProcess {
  const flags = [
    "--experimental-strip-types",
    "--disable-warning=ExperimentalWarning",
    "--conditions=rivulet-source",
  ];
  const child = spawn(process.execPath, [...flags, program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const acknowledged = () => Number(output.slice(0, output.lastIndexOf("\n")).split("\n").at(-1));
  return { child, acknowledged, firstSave: once(child.stdout, "data") };
}

async function kill({ child }: SavingProcess): Promise<void> {
  const ended = once(child, "close");
  child.kill("SIGKILL");
  await ended;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(folder, "modules"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What must hold in a folder whose writers were all killed. Returns the number of the project. */
function judge(folder: string, acknowledged: number): number {
  const project = new ProjectFolder(folder).read();
  const number = numberOf(project);
  if (number < acknowledged)
    throw new Error(`Save ${acknowledged} was acknowledged, but ${number} is in the folder.`);
  const paths = documentsOf(project.records).map(({ path }) => path);
  const expected = paths.filter((path) => path !== "rivulet.json").sort();
  if (filesBelow(folder).join() !== expected.join()) {
    throw new Error(`There are ${filesBelow(folder).join()}, but there should be ${expected.join()}.`);
  }
  return number;
}

/** Reads the folder again and again while others save into it: what is read is always all of one save. */
async function readFor(milliseconds: number, folder: ProjectFolder): Promise<void> {
  const end = Date.now() + milliseconds;
  do {
    numberOf(folder.read());
    await wait(1);
  } while (Date.now() < end);
}

/** A source of numbers from 0 to 1 that repeats for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Kills processes with -9 while they save into one folder, each at a random moment, and looks after each whether the
 * folder holds all of a save or nothing of it, and all that was acknowledged. Every third time two processes save at
 * once; while they do, the folder is read. Throws what it finds; returns how many saves there were.
 */
export async function run({ runs, seed }: { runs: number; seed: number }): Promise<number> {
  const random = randomNumbers(seed);
  const folder = mkdtempSync(join(tmpdir(), "rivulet-killed-"));
  await createProject(folder, numberedProject(0));
  const reader = new ProjectFolder(folder);
  let number = 0;
  try {
    for (let round = 0; round < runs; round += 1) {
      const processes = Array.from({ length: round % 3 === 2 ? 2 : 1 }, () => startSaving(folder));
      await Promise.race(processes.map(({ firstSave }) => firstSave));
      await readFor(random() * 60, reader);
      await Promise.all(processes.map(kill));
      number = judge(folder, Math.max(number, ...processes.map(({ acknowledged }) => acknowledged())));
    }
    return number;
  } catch (error) {
    throw new Error(`Seed ${seed}: ${(error as Error).message}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
