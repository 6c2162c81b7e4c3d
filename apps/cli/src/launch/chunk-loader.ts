import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
// oxlint-disable-next-line no-restricted-imports -- compiles the files of our own bundle, never what a project holds
import { constants, Script } from "node:vm";
import type { CompiledChunks } from "./compiled-chunks.ts";

interface Chunk {
  exports: unknown;
}

type ChunkFunction = (
  exports: unknown,
  require: (name: string) => unknown,
  module: Chunk,
  file: string,
  folder: string,
) => void;

/** What loads everything that is no chunk: Node's own modules, and packages. */
export type LoadOther = (name: string) => unknown;

/**
 * Loads the chunks of the bundle: CommonJS modules, each a file that holds one function, whose head is its first
 * line. Node would load modules too; but what V8 keeps of them holds the functions that
 * were called too. Node's own compile cache is made before the program runs, so that V8 would compile hundreds of
 * functions at every start.
 */
export class ChunkLoader {
  readonly #folder: string;
  readonly #loadOther: LoadOther;
  readonly #known: CompiledChunks;
  readonly #chunks = new Map<string, Chunk>();
  readonly #scripts = new Map<string, Script>();
  #hasNew = false;
  #hasRejected = false;

  constructor(folder: string, known: CompiledChunks, loadOther: LoadOther) {
    this.#folder = folder;
    this.#known = known;
    this.#loadOther = loadOther;
  }

  /** Whether V8 compiled a chunk anew, since it was not known, or was made by another V8. */
  get hasNew(): boolean {
    return this.#hasNew;
  }

  /** What the chunk of this name exports; each is run once. */
  load(name: string): unknown {
    const loaded = this.#chunks.get(name);
    if (loaded) return loaded.exports;
    const chunk: Chunk = { exports: {} };
    this.#chunks.set(name, chunk);
    const file = join(this.#folder, name);
    this.#compile(name, file).call(
      chunk.exports,
      chunk.exports,
      (wanted) => (wanted.startsWith("./") ? this.load(wanted.slice(2)) : this.#loadOther(wanted)),
      chunk,
      file,
      dirname(file),
    );
    return chunk.exports;
  }

  #compile(name: string, file: string): ChunkFunction {
    const cachedData = this.#known.read(name);
    const script = new Script(readFileSync(file, "utf8"), {
      filename: file,
      lineOffset: -1,
      cachedData,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    this.#scripts.set(name, script);
    if (script.cachedDataRejected === true) this.#hasRejected = true;
    if (!cachedData || script.cachedDataRejected === true) this.#hasNew = true;
    return script.runInThisContext() as ChunkFunction;
  }

  /** What V8 has now, of the chunks that were loaded and of those that were known and still hold. */
  compiled(): Map<string, Buffer> {
    const chunks = new Map<string, Buffer>();
    for (const name of this.#hasRejected ? [] : this.#known.names) {
      const bytes = this.#scripts.has(name) ? undefined : this.#known.read(name);
      if (bytes) chunks.set(name, bytes);
    }
    for (const [name, script] of this.#scripts) chunks.set(name, script.createCachedData());
    return chunks;
  }
}
