import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/*
 * The file: the length of its head (32 bits, little endian), the head as JSON (a list of [name of the chunk, number of
 * bytes]), and the bytes of each chunk in that order.
 */

/** After this long a file is written anew, so that it comes to hold what only later starts needed. */
const freshFor = 24 * 60 * 60 * 1000;

interface Extent {
  readonly position: number;
  readonly length: number;
}

function readBytes(descriptor: number, { position, length }: Extent): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(descriptor, bytes, 0, length, position) !== length) throw new Error("The file is cut off.");
  return bytes;
}

function readHead(descriptor: number, size: number): Map<string, Extent> {
  const length = readBytes(descriptor, { position: 0, length: 4 }).readUInt32LE();
  if (length > size) throw new Error("The file is cut off.");
  const head = JSON.parse(readBytes(descriptor, { position: 4, length }).toString()) as [string, number][];
  const extents = new Map<string, Extent>();
  let position = 4 + length;
  for (const [name, bytes] of head) {
    extents.set(name, { position, length: bytes });
    position += bytes;
  }
  if (position !== size) throw new Error("The file is cut off.");
  return extents;
}

/** What V8 made of the chunks of the program when they were compiled before: code for V8 alone to read. */
export class CompiledChunks {
  /** Whether to write the file at the next occasion. */
  readonly isFresh: boolean;
  readonly #descriptor: number | undefined;
  readonly #extents: ReadonlyMap<string, Extent>;

  private constructor(
    descriptor?: number,
    extents: ReadonlyMap<string, Extent> = new Map(),
    isFresh = false,
  ) {
    this.#descriptor = descriptor;
    this.#extents = extents;
    this.isFresh = isFresh;
  }

  /** Opens the file. One that is not there, or damaged, holds nothing. */
  static open(file: string): CompiledChunks {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, "r");
      const { size, mtimeMs } = fstatSync(descriptor);
      return new CompiledChunks(descriptor, readHead(descriptor, size), Date.now() - mtimeMs < freshFor);
    } catch {
      if (descriptor !== undefined) closeSync(descriptor);
      return new CompiledChunks();
    }
  }

  get names(): readonly string[] {
    return [...this.#extents.keys()];
  }

  read(name: string): Buffer | undefined {
    const extent = this.#extents.get(name);
    return extent && this.#descriptor !== undefined ? readBytes(this.#descriptor, extent) : undefined;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
  }
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Where it cannot be removed it could not be written either.
  }
}

/** Writes such a file, whole or not at all. A folder that cannot be written to just means that there is none. */
export function writeCompiledChunks(file: string, chunks: ReadonlyMap<string, Buffer>): void {
  const head = Buffer.from(JSON.stringify([...chunks].map(([name, { length }]) => [name, length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const temporary = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, Buffer.concat([length, head, ...chunks.values()]));
    renameSync(temporary, file);
  } catch {
    removeIfPossible(temporary);
  }
}
