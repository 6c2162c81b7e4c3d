import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

const lockFile = join(checkout, "node_modules", ".rivulet-build.lock");

/**
 * Runs one installation and build at a time in this checkout, so that two commands started together on a clean
 * clone do not write the same files. A lock whose owner has died is taken over.
 *
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function withBuildLock(work) {
  mkdirSync(join(checkout, "node_modules"), { recursive: true });
  while (!acquire()) waitMilliseconds(100);
  try {
    return work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function acquire() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  if (!isOwnerAlive()) rmSync(lockFile, { force: true });
  return false;
}

function isOwnerAlive() {
  try {
    const owner = Number(readFileSync(lockFile, "utf8"));
    // An empty file belongs to an owner that is about to write its id.
    if (owner === 0) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** @param {number} duration */
function waitMilliseconds(duration) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, duration);
}
