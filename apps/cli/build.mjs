// Bundles the command line from the sources into dist/: the program as chunks that are loaded when a command needs
// them (the AWS SDK, the server), and rivulet.js, which loads them. `pnpm build` calls it when a source has changed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";

const cli = import.meta.dirname;
const folder = join(cli, "dist");

/**
 * The program, and those that are started as child processes and found as files beside the bundle. Name of the output
 * without `.js`, then the source.
 * @type {Record<string, string>}
 */
const entries = {
  main: "src/main.ts",
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

/** Packages that only some commands need: a start that loads one of them would make every command slow. */
const onDemand = /node_modules\/(@aws-sdk|@smithy|fastify|dynalite)\//;

/**
 * @param {Record<string, string>} input name of the output and source
 * @param {Partial<import("rolldown").OutputOptions>} options
 * @param {Record<string, string>} [define] what stands for a name in the sources, as JavaScript
 */
async function write(input, options, define = {}) {
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(input).map(([name, source]) => [name, join(cli, source)])),
    cwd: cli,
    transform: { define },
    platform: "node",
    external: isExternal,
    resolve: { conditionNames: ["rivulet-source", "node", "import", "default"] },
    // The files of the server's pages, found by `new URL("...", import.meta.url)`, go into dist/assets.
    experimental: { resolveNewUrlToAsset: true },
    onLog(level, log) {
      if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
      if (level === "warn") process.stderr.write(`${log.message}\n`);
    },
  });
  const { output } = await build.write({
    dir: folder,
    // Node starts CommonJS in less time: no facades of its built-in modules, no graph to link.
    format: "cjs",
    minify: true,
    sourcemap: true,
    ...options,
  });
  await build.close();
  return output.filter((file) => file.type === "chunk");
}

async function bundle() {
  const program = await write(entries, {
    // What was compiled of a chunk is kept under its name, so that names change with what they name.
    entryFileNames: ({ name }) => (name === "main" ? "[name]-[hash].js" : "[name].js"),
  });
  const names = program.map(({ fileName }) => fileName).toSorted();
  const main = program.find(({ name }) => name === "main")?.fileName;
  const launcher = await write(
    { rivulet: "src/rivulet.ts" },
    { entryFileNames: "[name].js" },
    {
      "bundle.main": JSON.stringify(main),
      "bundle.compiled": JSON.stringify(createHash("sha256").update(names.join()).digest("hex").slice(0, 16)),
    },
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  refuseHeavyStart(program);
  removeOldChunks(
    new Set([...program, ...launcher].flatMap(({ fileName }) => [fileName, `${fileName}.map`])),
  );
  rmSync(join(folder, ".compiled"), { recursive: true, force: true });
}

/** @param {readonly import("rolldown").OutputChunk[]} chunks */
function refuseHeavyStart(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const main = chunks.find(({ facadeModuleId }) => facadeModuleId === join(cli, "src/main.ts"));
  const loaded = new Set(main === undefined ? [] : [main.fileName]);
  for (const name of loaded) for (const imported of byName.get(name)?.imports ?? []) loaded.add(imported);
  const heavy = [...loaded]
    .flatMap((name) => byName.get(name)?.moduleIds ?? [])
    .find((id) => onDemand.test(id));
  if (heavy === undefined) return;
  throw new Error(`Every command would load ${heavy}. Import it with import() where it is first needed.`);
}

/**
 * Chunk names hold a hash, so old ones pile up. A server that was started from an earlier bundle may still load one
 * of its chunks, so they stay for a day.
 * @param {ReadonlySet<string>} current
 */
function removeOldChunks(current) {
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/\.js(\.map)?$/.test(name) && !current.has(name) && statSync(file).mtimeMs < yesterday) rmSync(file);
  }
}

await bundle();
