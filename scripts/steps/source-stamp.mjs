// Whether what an application builds from many sources is up to date. Without dependencies, so that it can be asked
// before any install.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

/**
 * What an application builds into its dist: from its own files and those of the packages that it uses.
 * @typedef {{ folder: string, ownInputs: readonly string[] }} Artifact
 */

/** What every bundle makes its notices with. */
const notices = ["../../scripts/steps/third-party-notices.mjs", "../../scripts/licences"];

/** The bundled command line. @type {Artifact} */
export const commandLineBundle = { folder: "apps/cli", ownInputs: ["build.mjs", "src", ...notices] };

/** What every site is made from. */
const siteInputs = [
  "index.html",
  "vite.config.ts",
  "public",
  "src",
  "../../scripts/steps/compressed-files.mjs",
  ...notices,
];

/** The studio's page. @type {Artifact} */
export const studioPage = { folder: "apps/studio", ownInputs: [...siteInputs, "bundling"] };

/** The page of the running application. @type {Artifact} */
export const clientPage = { folder: "apps/client", ownInputs: siteInputs };

/** Whether an artifact was made from exactly the sources that are here now. @param {Artifact} artifact */
export function isFresh(artifact) {
  const file = stampFile(artifact);
  return existsSync(file) && readFileSync(file, "utf8") === sourceStamp(artifact);
}

/**
 * Makes an artifact when it is stale.
 *
 * @param {Artifact} artifact
 * @param {() => number} make returns an exit code
 * @returns {number} that exit code, 0 when nothing was to do
 */
export function makeWhenStale(artifact, make) {
  if (isFresh(artifact)) return 0;
  // Taken before the work: a source that changes meanwhile leaves the result stale.
  const stamp = sourceStamp(artifact);
  rmSync(stampFile(artifact), { force: true });
  const exitCode = make();
  if (exitCode === 0) writeFileSync(stampFile(artifact), stamp);
  return exitCode;
}

/** Kept beside the result, so that who deletes that deletes both. @param {Artifact} artifact */
function stampFile({ folder }) {
  return join(checkout, folder, "dist/source-stamp.txt");
}

/** A hash over every input; third-party code counts by the lock file. @param {Artifact} artifact */
function sourceStamp({ folder, ownInputs }) {
  const used = usedPackages(folder).flatMap((name) => [
    `${name}/package.json`,
    `${name}/src`,
    `${name}/assets`,
  ]);
  const inputs = [
    "pnpm-lock.yaml",
    `${folder}/package.json`,
    ...ownInputs.map((input) => `${folder}/${input}`),
    ...used,
  ];
  const hash = createHash("sha256");
  for (const file of inputs.flatMap(filesOf).toSorted()) {
    hash.update(`${file}\0`).update(readFileSync(join(checkout, file)));
  }
  return hash.digest("hex");
}

/** The folders of the workspace packages that a package depends on, directly or not. @param {string} folder */
function usedPackages(folder) {
  const found = new Set([folder]);
  for (const current of found) {
    const { dependencies = {} } = JSON.parse(readFileSync(join(checkout, current, "package.json"), "utf8"));
    for (const name of Object.keys(dependencies)) {
      if (name.startsWith("@rivulet/")) found.add(folderOf(name.slice("@rivulet/".length)));
    }
  }
  found.delete(folder);
  return [...found];
}

/** @param {string} name */
function folderOf(name) {
  return existsSync(join(checkout, "packages", name)) ? `packages/${name}` : `apps/${name}`;
}

/** The files at or below a path, tests apart. @param {string} path @returns {string[]} */
function filesOf(path) {
  const absolute = join(checkout, path);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [path];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test(-support)?\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1));
}
