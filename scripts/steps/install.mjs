import { runCommand } from "./run-command.mjs";

/**
 * Installs exactly what the lock file names; 30-70 ms when nothing is missing. Done here and not by pnpm's own
 * check before a script, because that one rewrites a stale lock file and goes on after a failure
 * (docs/decisions/0002-toolchain.md).
 *
 * @param {import("./run-command.mjs").RunOptions} [options]
 * @returns {boolean} whether it succeeded; otherwise the reason has been printed
 */
export function install(options) {
  const { file, leading } = pnpmCommand();
  const exitCode = runCommand(file, [...leading, "install", "--frozen-lockfile", "--reporter=append-only"], {
    ...options,
    environment: { CI: "true" },
  });
  if (exitCode === 0) return true;
  process.stderr.write(
    exitCode === 127
      ? 'pnpm was not found. Run: npx --yes -p node@24 -p pnpm@12.21.0 -c "pnpm start"\n'
      : `Installing the dependencies failed (exit code ${exitCode}): the reason stands above. Nothing was built or started.\n`,
  );
  return false;
}

/** The pnpm that runs this script when one does, else the one on PATH. */
function pnpmCommand() {
  const running = process.env["npm_config_user_agent"]?.startsWith("pnpm/")
    ? process.env["npm_execpath"]
    : undefined;
  if (running === undefined) return { file: "pnpm", leading: [] };
  if (/\.[cm]?js$/.test(running)) return { file: process.execPath, leading: [running] };
  return { file: running, leading: [] };
}
