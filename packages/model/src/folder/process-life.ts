import { readFileSync } from "node:fs";

/** A process as it can be told from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the kernel's clock ticks; `0` where the system does not tell. */
  readonly start: string;
}

/** Behind the name, which is in parentheses and may hold anything: the state, and 19 fields later the start. */
const startField = 19;

function statOf(pid: number): { readonly state: string; readonly start: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", start: fields[startField] ?? "0" };
  } catch {
    return undefined;
  }
}

/** Who we are. */
export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, start: statOf(process.pid)?.start ?? "0" };
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether a process still runs: the very one, not a later one with the same number. One that has ended but whose
 * parent has not noticed yet (a zombie) does not.
 */
export function isAlive({ pid, start }: ProcessIdentity): boolean {
  if (!existsProcess(pid)) return false;
  const stat = statOf(pid);
  if (!stat) return true;
  return stat.state !== "Z" && (start === "0" || stat.start === start);
}
