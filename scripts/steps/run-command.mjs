import { spawnSync } from "node:child_process";
import { constants } from "node:os";
import { checkout } from "./checkout.mjs";

/** Where a child's standard output goes: our own (1), or standard error (2) where stdout must stay pure. */
/** @typedef {1 | 2} OutputStream */
/** @typedef {{ output?: OutputStream, environment?: Record<string, string> }} RunOptions */

/**
 * Runs a command in the checkout to its end, showing what it prints.
 *
 * @param {string} file
 * @param {readonly string[]} commandArguments
 * @param {RunOptions} [options]
 * @returns {number} its exit code; 128 + n when signal n ended it, 127 when it could not be started
 */
export function runCommand(file, commandArguments, { output = 1, environment = {} } = {}) {
  const { status, signal, error } = spawnSync(file, commandArguments, {
    cwd: checkout,
    env: { ...process.env, ...environment },
    stdio: ["ignore", output, 2],
  });
  if (error !== undefined) process.stderr.write(`${file} could not be started: ${error.message}\n`);
  if (status !== null) return status;
  return signal === null ? 127 : 128 + constants.signals[signal];
}

/**
 * Runs a tool of the checkout's own node_modules/.bin.
 *
 * @param {string} tool
 * @param {readonly string[]} toolArguments
 * @param {RunOptions} [options]
 */
export function runTool(tool, toolArguments, options) {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  return runCommand(`${checkout}/node_modules/.bin/${tool}${suffix}`, toolArguments, options);
}
