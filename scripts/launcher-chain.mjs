import { readFileSync } from "node:fs";

/**
 * A process as /proc shows it.
 * @typedef {{ id: number, parent: number, startedAt: string, command: string }} ProcessFacts
 */

const pollMilliseconds = 500;
const packageManager = /^(npm|npx|pnpm)\b|[/\\](npm|npx|pnpm)(-cli)?(\.[cm]?js)?(\s|$)/;
const commandShell = /^(\S*\/)?(sh|dash|bash) -c /;

/**
 * Calls back once when one of the programs that launched this process dies: npx, pnpm and the shells they put
 * between themselves and us. Killing only npx leaves pnpm and the server alive with the port taken; with this the
 * server can drain instead. The user's own shell and whatever started it are not watched.
 *
 * @param {() => void} onLauncherDied
 */
export function watchLauncherChain(onLauncherDied) {
  const isLaunched = process.env["npm_lifecycle_event"] !== undefined;
  if (!isLaunched) return;
  const parentAtStart = process.ppid;
  const chain = launcherChain(parentAtStart, readProcess);
  const isAlive = (/** @type {ProcessFacts} */ { id, startedAt }) => readProcess(id)?.startedAt === startedAt;
  const timer = setInterval(() => {
    if (process.ppid === parentAtStart && chain.every(isAlive)) return;
    clearInterval(timer);
    onLauncherDied();
  }, pollMilliseconds);
  timer.unref();
}

/**
 * The launchers above a process, nearest first: package managers, and shells that a package manager started.
 *
 * @param {number} firstParent
 * @param {(id: number) => ProcessFacts | undefined} read
 * @returns {ProcessFacts[]}
 */
export function launcherChain(firstParent, read) {
  /** @type {ProcessFacts[]} */
  const chain = [];
  let lastManager = 0;
  for (let facts = read(firstParent); facts !== undefined; facts = read(facts.parent)) {
    const isManager = packageManager.test(facts.command);
    if (!isManager && !commandShell.test(facts.command)) break;
    chain.push(facts);
    if (isManager) lastManager = chain.length;
  }
  return chain.slice(0, lastManager);
}

/** @param {number} id @returns {ProcessFacts | undefined} undefined where it has died or there is no /proc */
function readProcess(id) {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    // The name in parentheses may hold anything, so the fields are counted from its end: state, parent, ...
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const command = readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    if (fields[0] === "Z") return undefined;
    return { id, parent: Number(fields[1]), startedAt: fields[19] ?? "", command };
  } catch {
    return undefined;
  }
}
