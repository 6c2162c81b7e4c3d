import { runCommand, runTool } from "./run-command.mjs";
import { clientPage, commandLineBundle, makeWhenStale, studioPage } from "./source-stamp.mjs";

/** @typedef {import("./run-command.mjs").RunOptions} RunOptions */

/**
 * What a build makes, in order. Each step does nothing when its inputs are unchanged.
 * @type {{ makes: string, run: (options?: RunOptions) => number }[]}
 */
const steps = [
  { makes: "the packages", run: (options) => runTool("tsc", ["-b"], options) },
  {
    makes: "the command line",
    run: (options) =>
      makeWhenStale(commandLineBundle, () => runCommand(process.execPath, ["apps/cli/build.mjs"], options)),
  },
  {
    makes: "the studio",
    run: (options) =>
      makeWhenStale(studioPage, () =>
        runTool("vite", ["build", "apps/studio", "--logLevel", "warn"], options),
      ),
  },
  {
    makes: "the application",
    run: (options) =>
      makeWhenStale(clientPage, () =>
        runTool("vite", ["build", "apps/client", "--logLevel", "warn"], options),
      ),
  },
];

/**
 * Builds what is stale.
 *
 * @param {RunOptions} [options]
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
