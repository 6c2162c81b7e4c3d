import { runCommand, runTool } from "./run-command.mjs";

/** @typedef {{ output?: import("./run-command.mjs").OutputStream }} BuildOptions */

/**
 * What a build makes, in order. Each step does nothing when its inputs are unchanged.
 * @type {{ makes: string, run: (options?: BuildOptions) => number }[]}
 */
const steps = [
  { makes: "the packages", run: (options) => runTool("tsc", ["-b"], options) },
  {
    makes: "the command line",
    run: (options) => runCommand(process.execPath, ["apps/cli/build.mjs"], options),
  },
];

/**
 * Builds what is stale.
 *
 * @param {BuildOptions} [options]
 * @returns {boolean} whether it succeeded; otherwise the reason has been printed
 */
export function build(options) {
  for (const step of steps) {
    const exitCode = step.run(options);
    if (exitCode !== 0) {
      process.stderr.write(
        `Building ${step.makes} failed (exit code ${exitCode}): the reason stands above.\n`,
      );
      return false;
    }
  }
  return true;
}
