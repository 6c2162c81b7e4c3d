#!/usr/bin/env node
// The entry of the bundle. V8 keeps what it compiled for a command in a file beside it, so that only the first start
// of a command compiles (docs/decisions/0010-command-start.md).
import { join } from "node:path";
import { ChunkLoader } from "./launch/chunk-loader.ts";
import { CompiledChunks, writeCompiledChunks } from "./launch/compiled-chunks.ts";

/** File names of the bundle, put in when it is made: main.ts, and a folder whose name changes with any chunk. */
declare const bundle: { readonly main: string; readonly compiled: string };

const folder = import.meta.dirname;
const [, , command = ""] = process.argv;
const name = /^[a-z]+$/.test(command) ? command : "other";
const file = join(folder, ".compiled", bundle.compiled, `${name}-${process.version}-${process.arch}`);
const known = CompiledChunks.open(file);
const loader = new ChunkLoader(folder, known, require);

process.once("exit", (exitCode) => {
  // A command that was written wrong says nothing about the next start.
  if (exitCode !== 2 && (loader.hasNew || !known.isFresh)) writeCompiledChunks(file, loader.compiled());
});
loader.load(bundle.main);
