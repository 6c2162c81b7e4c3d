import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { closedInAnyCase } from "./left-open.ts";
import type { Command, CommandCpuMeasure, Surroundings } from "./measure.ts";
import type { Sampler } from "./sampler.ts";
import type { Side } from "./subject-protocol.ts";

/**
 * The shell's `time` gives user and system time of the children that it waited for, as the kernel counted them from
 * start to end: Node has no such call, and a child that reports on itself leaves out its own end. The commands'
 * stderr is kept apart on descriptor 3.
 */
const timedLoop = `
TIMEFORMAT='%3U %3S'
runs=$1; shift
time for ((run = 0; run < runs; run++)); do
  "$@" >/dev/null 2>&3 || exit 1
done`;

/** Samples the CPU of whole commands. */
export class CommandSampler implements Sampler {
  readonly #measure: CommandCpuMeasure;
  readonly #surroundings: Surroundings<Readonly<Record<Side, Command>>>;

  private constructor(
    measure: CommandCpuMeasure,
    surroundings: Surroundings<Readonly<Record<Side, Command>>>,
  ) {
    this.#measure = measure;
    this.#surroundings = surroundings;
  }

  static async open(measure: CommandCpuMeasure): Promise<CommandSampler> {
    const sampler = new CommandSampler(measure, await measure.commands());
    // The first run of a command fills the caches of the file system and of V8.
    for (const side of ["ours", "theirs"] as const) await sampler.sample(side);
    return sampler;
  }

  async sample(side: Side): Promise<number> {
    const { runs } = this.#measure;
    const command = this.#surroundings.content[side];
    const shell = spawn("bash", ["-c", timedLoop, "bash", String(runs), command.file, ...command.arguments], {
      env: { ...process.env, ...command.environment, LC_ALL: "C" },
      stdio: ["ignore", "ignore", "pipe", "pipe"],
      detached: true,
    }) as ChildProcessByStdio<null, null, Readable>;
    // The command is the shell's child: both are of a group of their own.
    const end = closedInAnyCase(() => endGroup(shell));
    const [times, complaints, [exitCode]] = await Promise.all([
      text(shell.stderr),
      text(shell.stdio[3] as Readable),
      once(shell, "exit") as Promise<[number | null]>,
    ]);
    await end();
    if (exitCode !== 0) throw new Error(`${side} failed: ${command.file}\n${complaints}`);
    const [user = Number.NaN, system = Number.NaN] = times.trim().split(" ").map(Number);
    return ((user + system) * 1000) / runs;
  }

  close(): Promise<void> {
    return this.#surroundings.close();
  }
}

function endGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, "SIGKILL");
}
