import { seededNumbers } from "@rivulet/testkit";
import { type Fault, kills, others } from "./faults.test-support.ts";
import { fillDisk } from "./full-disk.test-support.ts";
import { ShakenServer } from "./shaken-server.test-support.ts";

const longestRound = 600;

async function round(server: ShakenServer, fault: Fault, after: number): Promise<void> {
  try {
    await fault.happen(server, after);
    await server.judge();
  } catch (error) {
    const message = `${fault.name}, after ${Math.round(after)} ms: ${(error as Error).message}`;
    throw new Error(message, { cause: error });
  }
}

async function shake(server: ShakenServer, runs: number, next: () => number): Promise<void> {
  const rounds = new Map<string, number>();
  await server.untilReady();
  for (let number = 0; number < runs; number += 1) {
    const fault = kills[Math.floor(next() * kills.length)];
    if (!fault) continue;
    await round(server, fault, next() * longestRound);
    rounds.set(fault.name, (rounds.get(fault.name) ?? 0) + 1);
  }
  for (const [name, count] of rounds) console.log(`${name}: ${count} rounds`);
  console.log(server.takeovers.describe());
  for (const fault of others) {
    await round(server, fault, 0);
    console.log(`${fault.name}: held`);
  }
  await server.judge(true);
  console.log(`${server.acknowledged} runs acknowledged, all of them looked up: none lost, none changed`);
}

/**
 * A server under load is killed, and so are its databases, at random moments; then everything else happens to it once. What
 * was acknowledged must be there, as it was, and it must go on by itself. Linux only.
 */
export async function run({ runs, seed }: { readonly runs: number; readonly seed: number }): Promise<void> {
  const server = await ShakenServer.start();
  try {
    await shake(server, runs, seededNumbers(seed));
  } finally {
    await server.end();
  }
  console.log(`disk full: ${await fillDisk()}`);
}
