import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ChunkLoader } from "./chunk-loader.ts";
import { CompiledChunks, writeCompiledChunks } from "./compiled-chunks.ts";

const sum = 'const { one } = require("./one.js"); exports.sum = (other) => one() + other;';

let folder: string;
let compiled: string;

function writeChunk(name: string, code: string): void {
  writeFileSync(
    join(folder, name),
    `(function (exports, require, module, __filename, __dirname) {\n${code}\n})`,
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rivulet-chunks-"));
  compiled = join(folder, "compiled", "run");
  writeChunk("one.js", "exports.one = () => 1;");
  writeChunk("sum.js", sum);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A start of the program: whether it compiled anything, and what it gave. */
function start(name = "sum.js"): { readonly hasNew: boolean; readonly result: unknown } {
  const known = CompiledChunks.open(compiled);
  const loader = new ChunkLoader(folder, known, () => ({}));
  const { sum: add } = loader.load(name) as { sum: (other: number) => number };
  const result = add(2);
  writeCompiledChunks(compiled, loader.compiled());
  known.close();
  return { hasNew: loader.hasNew, result };
}

describe("chunks", () => {
  test("are compiled by the first start only", () => {
    expect(start()).toEqual({ hasNew: true, result: 3 });
    expect(start()).toEqual({ hasNew: false, result: 3 });
  });

  test("are run once, however many ask for them", () => {
    writeChunk("one.js", "let calls = 0; exports.one = () => (calls += 1);");
    const text =
      'const a = require("./one.js"), b = require("./one.js"); exports.sum = () => a.one() + b.one();';
    writeChunk("twice.js", text);
    expect(start("twice.js").result).toBe(3);
  });

  test("get everything that is no chunk from elsewhere", () => {
    writeChunk("other.js", 'module.exports = require("node:other");');
    const loader = new ChunkLoader(folder, CompiledChunks.open(compiled), (name) => `loaded ${name}`);
    expect(loader.load("other.js")).toBe("loaded node:other");
  });

  test("are compiled anew when what is kept is of another text", () => {
    start();
    writeChunk("one.js", "exports.one = () => 40 + 0;");
    expect(start()).toEqual({ hasNew: true, result: 42 });
    expect(start()).toEqual({ hasNew: false, result: 42 });
  });

  test("keep letters that are not ASCII", () => {
    writeChunk("letters.js", 'exports.sum = () => "größer ≥ 😀";');
    expect(start("letters.js").result).toBe("größer ≥ 😀");
    expect(start("letters.js").result).toBe("größer ≥ 😀");
  });

  test("that one start did not need stay known", () => {
    start();
    writeChunk("alone.js", "exports.sum = (other) => other;");
    start("alone.js");
    expect(new Set(CompiledChunks.open(compiled).names)).toEqual(new Set(["sum.js", "one.js", "alone.js"]));
  });
});

describe("the file of what was compiled", () => {
  test.each<[what: string, damage: (bytes: Buffer) => Buffer]>([
    ["empty", () => Buffer.alloc(0)],
    ["cut off in its head", (bytes) => bytes.subarray(0, 10)],
    ["cut off at its end", (bytes) => bytes.subarray(0, -1)],
    ["of a length that is a lie", (bytes) => Buffer.concat([Buffer.from([255, 255, 255, 255]), bytes])],
    ["no JSON", (bytes) => Buffer.concat([bytes.subarray(0, 4), bytes.subarray(5), Buffer.from(" ")])],
  ])("that is %s counts as missing", (_what, damage) => {
    start();
    writeFileSync(compiled, damage(readFileSync(compiled)));
    expect(CompiledChunks.open(compiled).names).toEqual([]);
    expect(start()).toEqual({ hasNew: true, result: 3 });
  });

  test("is due to be written anew after a day", () => {
    start();
    expect(CompiledChunks.open(compiled).isFresh).toBe(true);
    const dayBeforeYesterday = Date.now() / 1000 - 2 * 24 * 60 * 60;
    utimesSync(compiled, dayBeforeYesterday, dayBeforeYesterday);
    expect(CompiledChunks.open(compiled).isFresh).toBe(false);
  });

  test("is done without where it cannot be written", () => {
    writeFileSync(join(folder, "compiled"), "a file where the folder should be");
    expect(start()).toEqual({ hasNew: true, result: 3 });
    expect(start()).toEqual({ hasNew: true, result: 3 });
  });
});
