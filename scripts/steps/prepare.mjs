import { build } from "./build.mjs";
import { withBuildLock } from "./build-lock.mjs";
import { install } from "./install.mjs";

/**
 * Makes the checkout ready to run: the frozen lock file installed, then whatever is stale built.
 *
 * @param {import("./run-command.mjs").RunOptions} [options]
 * @returns {boolean} whether it succeeded; otherwise the reason has been printed
 */
export function prepare(options) {
  return withBuildLock(() => install(options) && build(options));
}
