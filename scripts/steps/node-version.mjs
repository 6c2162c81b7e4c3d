import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.mjs";

/**
 * Says what to do when the Node that runs this script is older than the `engines` of package.json allow.
 *
 * @param {string} script the name of the package script to run instead, such as "start"
 * @param {string} [version] the version to judge; the running Node's own when left out
 * @returns {string | undefined} the message, or undefined when the version is new enough
 */
export function unsupportedNode(script, version = process.versions.node) {
  const required = requiredVersion();
  if (!isOlder(version, required)) return undefined;
  return (
    `Rivulet needs Node ${required} or newer, and this is Node ${version}. This command brings its own:\n` +
    `  npx --yes -p node@24 -p pnpm@12.21.0 -c "pnpm ${script}"`
  );
}

/** Ends the process with a plain message when its Node is too old. @param {string} script */
export function requireSupportedNode(script) {
  const message = unsupportedNode(script);
  if (message === undefined) return;
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function requiredVersion() {
  const { engines } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
  return engines.node.replace(">=", "");
}

/** @param {string} version @param {string} required */
function isOlder(version, required) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [requiredMajor = 0, requiredMinor = 0] = required.split(".").map(Number);
  return major < requiredMajor || (major === requiredMajor && minor < requiredMinor);
}
