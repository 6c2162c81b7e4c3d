// Bundles the command line from the sources into dist/: the program as chunks that are loaded when a command needs
// them (the AWS SDK, the server), and rivulet.js, which loads them. `pnpm build` calls it when a source has changed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { noticesFile, thirdPartyNotices } from "../../scripts/steps/third-party-notices.mjs";

const cli = import.meta.dirname;
const folder = join(cli, "dist");

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

/** What only some commands need, Node's own modules too: a start that loads it would make every command slow. */
const onDemand = /node_modules\/(@aws-sdk|@smithy|fastify|dynalite)\/|^node:(?!(fs|path|util)$)/;

/**
 * @param {Record<string, string>} input name of the output and source
 * @param {Partial<import("rolldown").OutputOptions>} options
 * @param {{ define?: Record<string, string>, isTrial?: boolean }} [settings] `define`: what stands for a name in the
 *   sources, as JavaScript; a trial writes nothing
 */
async function write(input, options, { define = {}, isTrial = false } = {}) {
  const build = await rolldown({
    input: Object.fromEntries(Object.entries(input).map(([name, source]) => [name, join(cli, source)])),
    cwd: cli,
    transform: { define },
    platform: "node",
    preserveEntrySignatures: "allow-extension",
    external: isExternal,
    resolve: { conditionNames: ["rivulet-source", "node", "import", "default"] },
    // The files of the server's pages, found by `new URL("...", import.meta.url)`, go into dist/assets.
    experimental: { resolveNewUrlToAsset: true },
    onLog(level, log) {
      if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
      // The engine loads these when a program needs them; the command line has them in its first chunks anyway.
      if (log.code === "INEFFECTIVE_DYNAMIC_IMPORT") return;
      if (level === "warn") process.stderr.write(`${log.message}\n`);
    },
  });
  const { output } = await build[isTrial ? "generate" : "write"]({
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

/** What a CommonJS module knows; on a line of its own, which the launcher does not count. */
const opening = "(function (exports, require, module, __filename, __dirname) {\n";

/**
 * What the launcher compiles as it is: a function, so that V8 gets the text that was read and no copy of it; in ASCII,
 * which V8 keeps in a byte a letter. A letter that is escaped stands in a text or a regular expression.
 * @param {string} code
 */
function asFunction(code) {
  const ascii = code.replaceAll(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return `${opening}${ascii}\n})`;
}

/**
 * The modules that a module of ours is loaded with, those of Node too.
 * @param {string} source
 * @param {readonly import("rolldown").OutputChunk[]} chunks
 */
function modulesOf(source, chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId === join(cli, source));
  const loaded = new Set(first === undefined ? [] : [first.fileName]);
  for (const name of loaded) for (const imported of byName.get(name)?.imports ?? []) loaded.add(imported);
  return new Set([...loaded].flatMap((name) => byName.get(name)?.moduleIds ?? [name]));
}

/** The program, in chunks whose names change with what is in them: what was compiled of one is kept under its name. */
async function writeProgram() {
  const input = { main: "src/main.ts" };
  const apart = await write(input, {}, { isTrial: true });
  const core = modulesOf("src/commands/run.ts", apart);
  for (const ofEveryCommand of modulesOf("src/main.ts", apart)) core.delete(ofEveryCommand);
  const chunks = await write(input, {
    entryFileNames: "[name]-[hash].js",
    // One chunk for all that a run begins with: each file costs a read, and V8 copies small texts as it collects.
    codeSplitting: {
      groups: [{ name: "core", test: (id) => core.has(id), includeDependenciesRecursively: false }],
    },
  });
  for (const { fileName, code } of chunks) writeFileSync(join(folder, fileName), asFunction(code));
  return chunks;
}

/** @param {readonly import("rolldown").OutputChunk[]} program */
async function writeLauncher(program) {
  const names = program.map(({ fileName }) => fileName).toSorted();
  const main = program.find(({ isEntry }) => isEntry)?.fileName;
  const compiled = createHash("sha256").update(names.join()).digest("hex").slice(0, 16);
  return write(
    { rivulet: "src/rivulet.ts" },
    { entryFileNames: "[name].js" },
    { define: { "bundle.main": JSON.stringify(main), "bundle.compiled": JSON.stringify(compiled) } },
  );
}

async function bundle() {
  const program = await writeProgram();
  refuseHeavyStart(program);
  const launcher = await writeLauncher(program);
  // Started as a child process, found as a file beside the bundle.
  const child = await write(
    { "dynalite-child": "../../packages/dynamodb/src/embedded/implementations/dynalite-child.ts" },
    { entryFileNames: "[name].js" },
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  const chunks = [...program, ...launcher, ...child];
  writeNotices(chunks);
  removeOldChunks(new Set(chunks.flatMap(({ fileName }) => [fileName, `${fileName}.map`])));
  rmSync(join(folder, ".compiled"), { recursive: true, force: true });
}

/**
 * Also of what is installed with the bundle: those packages have their own, but not each of them has.
 * @param {readonly import("rolldown").OutputChunk[]} chunks
 */
function writeNotices(chunks) {
  const installed = ownDependencies
    .map((name) => join(cli, "node_modules", name))
    .filter((path) => existsSync(path));
  const moduleIds = chunks.flatMap((chunk) => chunk.moduleIds);
  writeFileSync(join(folder, noticesFile), thirdPartyNotices(moduleIds, installed));
}

/** @param {readonly import("rolldown").OutputChunk[]} chunks */
function refuseHeavyStart(chunks) {
  for (const source of ["src/main.ts", "src/commands/run.ts"]) {
    const heavy = [...modulesOf(source, chunks)].find((id) => onDemand.test(id));
    if (heavy === undefined) continue;
    throw new Error(`${source} would load ${heavy}. Import it with import() where it is first needed.`);
  }
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
