// Whether the bundled command line is up to date. Without dependencies, so that it can be asked before any install.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const cli = import.meta.dirname;
const checkout = join(cli, "../..");
const stampFile = join(cli, "dist/bundle-stamp.txt");

/** @returns {boolean} whether dist/rivulet.js was made from exactly the sources that are here now */
export function isBundleFresh() {
  if (!existsSync(stampFile) || !existsSync(join(cli, "dist/rivulet.js"))) return false;
  return readFileSync(stampFile, "utf8") === bundleStamp();
}

/** @returns {string} a hash of everything that the bundle is made from; third-party code counts by the lock file */
export function bundleStamp() {
  const hash = createHash("sha256");
  for (const file of inputFiles()) {
    hash.update(`${file}\0`);
    hash.update(readFileSync(join(checkout, file)));
  }
  return hash.digest("hex");
}

/** Where {@link bundleStamp} is kept beside the bundle. */
export const bundleStampFile = stampFile;

function inputFiles() {
  const packages = readdirSync(join(checkout, "packages")).map((name) => `packages/${name}`);
  const sources = ["apps/cli", "apps/server", ...packages].flatMap((folder) => [
    `${folder}/package.json`,
    ...sourceFiles(`${folder}/src`),
  ]);
  return ["pnpm-lock.yaml", "apps/cli/build.mjs", ...sources]
    .filter((file) => existsSync(join(checkout, file)))
    .toSorted();
}

/** @param {string} folder @returns {string[]} */
function sourceFiles(folder) {
  if (!existsSync(join(checkout, folder))) return [];
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test(-support)?\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1));
}
