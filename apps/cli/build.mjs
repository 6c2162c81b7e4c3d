// Bundles the command line from the sources into dist/: rivulet.js and chunks that are loaded when a command needs
// them (the AWS SDK, the server). `pnpm build` calls it when a source has changed.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";

const cli = import.meta.dirname;
const output = join(cli, "dist");

/**
 * Programs of their own: started as child processes, found as files beside the bundle. Name of the output without
 * `.js`, then the source.
 * @type {Record<string, string>}
 */
const entries = {
  rivulet: "src/rivulet.ts",
  "dynalite-child": "../../packages/dynamodb/src/embedded/implementations/dynalite-child.ts",
};

/** Third-party packages stay outside when the CLI itself depends on them: they hold files to be found at run time. */
const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
  readFileSync(join(cli, "package.json"), "utf8"),
);
const ownDependencies = Object.keys({ ...dependencies, ...optionalDependencies }).filter(
  (name) => !name.startsWith("@rivulet/"),
);

/** @param {string} specifier */
function isExternal(specifier) {
  if (isBuiltin(specifier)) return true;
  return ownDependencies.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

async function bundle() {
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, join(cli, source)])),
    cwd: cli,
    platform: "node",
    external: isExternal,
    resolve: { conditionNames: ["rivulet-source", "node", "import", "default"] },
    onLog(level, log) {
      if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
      if (level === "warn") process.stderr.write(`${log.message}\n`);
    },
  });
  removePreviousBundle();
  await build.write({
    dir: output,
    format: "esm",
    minify: true,
    sourcemap: true,
    entryFileNames: "[name].js",
  });
  await build.close();
}

/** Chunk names hold a hash, so the old ones would pile up. What tsc wrote is in dist/types. */
function removePreviousBundle() {
  if (!existsSync(output)) return;
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    if (entry.isFile() && /\.js(\.map)?$/.test(entry.name)) rmSync(join(output, entry.name));
  }
}

await bundle();
