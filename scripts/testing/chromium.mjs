import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkout } from "../steps/checkout.mjs";
import { runCommand } from "../steps/run-command.mjs";

/** @typedef {{ source: string, paths: () => string[] }} Candidate */

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/** Places to look before anything is installed, best first. @type {Candidate[]} */
const present = [
  { source: "RIVULET_CHROMIUM", paths: () => [process.env["RIVULET_CHROMIUM"] ?? ""] },
  { source: "Playwright", paths: () => [playwrightPath()] },
  { source: "PATH", paths: pathsOnPath },
];

/**
 * Finds a Chromium for the browser tests, else installs Debian's package, else Playwright's download.
 *
 * @returns {{ path: string, source: string } | undefined} undefined when none could be had; the reasons are printed
 */
export function findChromium() {
  const found = firstWorking(present);
  if (found !== undefined) return found;
  process.stdout.write("No Chromium found: installing Debian's package.\n");
  const installed = installDebianPackage()
    ? firstWorking([{ source: "Debian", paths: pathsOnPath }])
    : undefined;
  if (installed !== undefined) return installed;
  process.stdout.write("That did not work: trying Playwright's own download.\n");
  if (runCommand(process.execPath, [playwrightCommand(), "install", "chromium"]) !== 0) return undefined;
  return firstWorking([{ source: "Playwright's download", paths: () => [playwrightPath()] }]);
}

/** @param {readonly Candidate[]} candidates */
function firstWorking(candidates) {
  for (const { source, paths } of candidates) {
    for (const path of paths()) if (works(path)) return { path, source };
  }
  return undefined;
}

/** A file that is there may still lack a library, so each candidate is asked for its version. @param {string} path */
function works(path) {
  if (path === "" || !existsSync(path)) return false;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

function pathsOnPath() {
  const folders = (process.env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function installDebianPackage() {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const privileged = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const options = ["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3", "-y"];
  const packages = ["--no-install-recommends", "chromium", "fonts-dejavu-core"];
  /** @param {readonly string[]} aptArguments */
  const aptGet = (...aptArguments) => {
    const [file = "", ...rest] = [...privileged, "apt-get", ...options, ...aptArguments];
    return runCommand(file, rest, { environment: { DEBIAN_FRONTEND: "noninteractive" } }) === 0;
  };
  return aptGet("update") && aptGet("install", ...packages);
}

function playwrightPath() {
  try {
    return String(requireFromJourneys("@playwright/test").chromium.executablePath());
  } catch {
    return "";
  }
}

/** The script that is Playwright's command line, as the journeys' package resolves it. */
export function playwrightCommand() {
  return createRequire(join(checkout, "e2e/package.json")).resolve("@playwright/test/cli");
}

/** @param {string} name */
function requireFromJourneys(name) {
  return createRequire(join(checkout, "e2e/package.json"))(name);
}
