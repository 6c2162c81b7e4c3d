// The program of a subject process: prepares what it is told to, and runs and gauges it on request. It imports
// nothing but types, so that the process holds only what is measured.
import { readFileSync } from "node:fs";
import type { PrepareSubject, SubjectRun } from "./measure.ts";
import type { Side, SubjectReply, SubjectRequest } from "./subject-protocol.ts";

const runs = new Map<Side, SubjectRun>();

async function answer(request: SubjectRequest): Promise<number> {
  switch (request.ask) {
    case "prepare":
      return prepare(request);
    case "cpu":
      return cpuMilliseconds(runOf(request.side), request.calls);
    case "wall":
      return wallMilliseconds(runOf(request.side), request.calls);
    case "memory-growth":
      return grownMegabytes(runOf(request.side));
    case "peak-memory":
      await runOf(request.side)();
      return peakMegabytes();
    case "event-loop-delay":
      return longestDelay(runOf(request.side));
  }
}

async function prepare({
  side,
  module,
  name,
  context,
}: SubjectRequest & { ask: "prepare" }): Promise<number> {
  const exported = (await import(module))[name] as PrepareSubject | undefined;
  if (exported === undefined) throw new Error(`${module} has no export ${name}`);
  runs.set(side, await exported(context));
  return 0;
}

function runOf(side: Side): SubjectRun {
  const run = runs.get(side);
  if (run === undefined) throw new Error(`${side} has not been prepared`);
  return run;
}

/** The garbage of earlier samples is collected before, that of this one counts as far as it is collected in it. */
async function cpuMilliseconds(run: SubjectRun, calls: number): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let call = 0; call < calls; call++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

async function wallMilliseconds(run: SubjectRun, calls: number): Promise<number> {
  globalThis.gc?.();
  const before = performance.now();
  for (let call = 0; call < calls; call++) await run();
  return (performance.now() - before) / calls;
}

/** From after preparing to the peak; what preparing took at its own peak counts too, where that was higher. */
async function grownMegabytes(run: SubjectRun): Promise<number> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss() / 2 ** 20;
  await run();
  return Math.max(0, peakMegabytes() - before);
}

/** The kernel's own high-water mark of this program; `maxRSS` may still hold that of the process which started it. */
function peakMegabytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}

/** A timer that wants to fire every millisecond notes how late it comes at worst. */
async function longestDelay(run: SubjectRun): Promise<number> {
  let longest = 0;
  let previous = performance.now();
  const note = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - previous - 1);
    previous = now;
  };
  const timer = setInterval(note, 1);
  await run();
  // A run that never let the loop turn shows only now.
  note();
  clearInterval(timer);
  return longest;
}

process.on("message", (request: SubjectRequest) => {
  const reply = (content: SubjectReply): void => void process.send?.(content);
  answer(request).then(
    (value) => reply({ value }),
    (error: unknown) =>
      reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
