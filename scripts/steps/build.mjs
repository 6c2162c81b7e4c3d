import { runCommand, runTool } from "./run-command.mjs";
import { clientPage, commandLineBundle, makeWhenStale, studioPage } from "./source-stamp.mjs";

/** @typedef {import("./run-command.mjs").RunOptions} RunOptions */

/**
 * Makes something that is stale, after saying so: the first time, whoever waits sees what for.
 *
 * @param {import("./source-stamp.mjs").Artifact} artifact
 * @param {string} what
 * @param {() => number} make
 */
function makeAndSay(artifact, what, make) {
  return makeWhenStale(artifact, () => {
    process.stderr.write(`Building ${what} ...\n`);
    return make();
  });
}

/**
 * What a build makes, in order. Each step does nothing when its inputs are unchanged.
 * @type {{ makes: string, run: (options?: RunOptions) => number }[]}
 */
const steps = [
  { makes: "the packages", run: (options) => runTool("tsc", ["-b"], options) },
  {
    makes: "the command line",
    run: (options) =>
      makeAndSay(commandLineBundle, "the command line", () =>
        runCommand(process.execPath, ["apps/cli/build.mjs"], options),
      ),
  },
  {
    makes: "the studio",
    run: (options) =>
      makeAndSay(studioPage, "the studio, which may take a minute", () =>
        runTool("vite", ["build", "apps/studio", "--logLevel", "warn"], options),
      ),
  },
  {
    makes: "the application",
    run: (options) =>
      makeAndSay(clientPage, "the application", () =>
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
