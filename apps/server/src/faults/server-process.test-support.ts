import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const program = join(import.meta.dirname, "../serve.test-support.ts");
const jumpingClock = join(import.meta.dirname, "jumping-clock.test-support.ts");

/** A server in a process of its own, from the sources, with an embedded PostgreSQL. */
export interface ServerProcess {
  readonly address: string;
  readonly child: ChildProcess;
  /** Ends when the process has ended; its exit code, or null when it was killed. */
  readonly exited: Promise<number | null>;
}

/** Why a server did not start: its exit code, and what it said last. */
export class NotStarted extends Error {
  override readonly name = "NotStarted";
  readonly code: number | null;

  constructor(code: number | null, lines: readonly string[]) {
    super(lines.join("\n"));
    this.code = code;
  }
}

/** Starts a server on a folder. @throws {NotStarted} */
export async function startServerProcess(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const parameters = ["--conditions=rivulet-source", "--import", jumpingClock, program, folder];
  const child = spawn(process.execPath, parameters, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env["PATH"] ?? "", TEST_DATABASE: "embedded", ...environment },
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  const lines: string[] = [];
  const note = (line: string) => void (lines.length < 50 && lines.push(line));
  createInterface({ input: child.stderr }).on("line", note);
  const address = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("http")) resolve(line);
      else note(line);
    });
  });
  const first = await Promise.race([address, exited]);
  if (typeof first !== "string") throw new NotStarted(first, lines);
  return { address: first, child, exited };
}

/** The processes that a process has started, by a word of their command lines. Linux only. */
export function childrenOf({ child: { pid = 0 } }: ServerProcess, word: string): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children
    .split(" ")
    .filter((text) => text !== "")
    .map(Number)
    .filter((candidate) => {
      try {
        return readFileSync(`/proc/${candidate}/cmdline`, "utf8").includes(word);
      } catch {
        return false;
      }
    });
}

/** A process and all that it has started. */
export function family(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return [pid, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [];
  }
}
