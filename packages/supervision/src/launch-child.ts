import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { Socket } from "node:net";
import { promisify } from "node:util";

/** A program and its parameters. The executable is an absolute path. */
export interface Command {
  readonly executable: string;
  readonly parameters: readonly string[];
}

/** How a child ended: exit code, or the signal that ended it. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunningChild {
  readonly pid: number;
  readonly command: Command;
  /** Settles when the child has ended; never rejects. */
  readonly exited: Promise<ChildExit>;
  /** Waits for a child that ends by itself, and keeps this process alive meanwhile. */
  untilExit(): Promise<ChildExit>;
  /** How it ended, or undefined while it runs. */
  exit(): ChildExit | undefined;
  /** Asks the child to end, kills it when it takes too long, and waits until it is gone. */
  terminate(): Promise<ChildExit>;
  /** Ends the child at once, without waiting: for a process that is exiting itself. */
  kill(): void;
}

/** An account of this machine. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export interface LaunchOptions {
  readonly command: Command;
  /** Both output streams are appended to this file. It is begun anew when it has grown beyond 1 MB. */
  readonly logFile: string;
  /** How the child is asked to end; SIGTERM when left out. */
  readonly stopSignal?: "SIGTERM" | "SIGINT";
  /** How long it may take to end before it is killed, in milliseconds; two seconds when left out. */
  readonly grace?: number;
  /** What the kernel sends it when this process dies; SIGKILL, which nothing holds up, when left out. */
  readonly deathSignal?: "KILL" | "INT";
  /** Whose child it is to be: for programs that root may not run. Only root can choose. */
  readonly account?: Account;
  /** The folder that it is started in; ours, which the account may have no right to, when left out. */
  readonly folder?: string;
}

const defaultGrace = 2_000;
const largestLogBytes = 1_000_000;

/**
 * Starts a child that does not outlive this process and does not hold it up.
 *
 * - It has its own process group, so a Ctrl-C in the terminal reaches us first and we end it in order.
 * - Its output goes to a file: a pipe would break it when we die.
 * - The kernel ends it when this process dies, where `setpriv --pdeathsig` exists (util-linux). Its standard input is a
 *   pipe from us: a child that can watch it sees its end when we die, everywhere.
 * - It gets no environment but PATH: neither our secrets nor our NODE_OPTIONS.
 */
export async function launchChild(options: LaunchOptions): Promise<RunningChild> {
  const { command, logFile, account, folder, deathSignal = "KILL" } = options;
  const { executable, parameters } = await diesWithParent(command, deathSignal);
  const log = await openLog(logFile);
  try {
    const child = spawn(executable, parameters, {
      detached: true,
      stdio: ["pipe", log.fd, log.fd],
      env: process.env["PATH"] === undefined ? {} : { PATH: process.env["PATH"] },
      ...account,
      ...(folder === undefined ? {} : { cwd: folder }),
    });
    await once(child, "spawn");
    return supervise(child, options);
  } finally {
    await log.close();
  }
}

function supervise(child: ChildProcess, options: LaunchOptions): RunningChild {
  const { command, stopSignal = "SIGTERM", grace = defaultGrace } = options;
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${command.executable} was started without a process id.`);
  let exit: ChildExit | undefined;
  const exited = new Promise<ChildExit>((resolve) => {
    child.once("exit", (code, signal) => {
      exit = { code, signal };
      resolve(exit);
    });
  });
  // The lifeline may break when the child ends; that is told by "exit".
  child.stdin?.on("error", () => {});
  child.unref();
  (child.stdin as Socket | null)?.unref();

  const kill = () => {
    if (exit === undefined) signalGroup(child, "SIGKILL");
  };
  const terminate = async () => {
    if (exit !== undefined) return exit;
    child.ref();
    signalGroup(child, stopSignal);
    const lastResort = setTimeout(kill, grace);
    return exited.finally(() => clearTimeout(lastResort));
  };
  const untilExit = () => {
    child.ref();
    return exited;
  };
  return { pid, command, exited, untilExit, exit: () => exit, terminate, kill };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function openLog(file: string): Promise<FileHandle> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  return open(file, size > largestLogBytes ? "w" : "a", 0o600);
}

let setprivAnswer: Promise<boolean> | undefined;

/** `setpriv` executes the program in its own place, so the process id stays the child's. */
async function diesWithParent(command: Command, signal: "KILL" | "INT"): Promise<Command> {
  setprivAnswer ??= hasParentDeathSignal();
  if (!(await setprivAnswer)) return command;
  const { executable, parameters } = command;
  return { executable: "setpriv", parameters: ["--pdeathsig", signal, executable, ...parameters] };
}

/** Asked by trying: the `setpriv` of busybox has no such option. */
async function hasParentDeathSignal(): Promise<boolean> {
  if (process.platform !== "linux") return false;
  return promisify(execFile)("setpriv", ["--pdeathsig", "KILL", "true"]).then(
    () => true,
    () => false,
  );
}
