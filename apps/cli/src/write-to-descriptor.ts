import { writeSync } from "node:fs";

const standardStreams = { 1: () => process.stdout, 2: () => process.stderr } as const;

/** Full pipes are tried again after this many milliseconds. */
const pause = 1;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

function writeSome(descriptor: number, bytes: Uint8Array): number {
  try {
    return writeSync(descriptor, bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Whoever read has gone, so nobody misses the rest.
    if (code === "EPIPE") return bytes.length;
    // The pipe was made non-blocking by another process that holds its end, and is full.
    if (code !== "EAGAIN") throw error;
    Atomics.wait(sleeper, 0, 0, pause);
    return 0;
  }
}

/**
 * Writes a text to standard output (1) or error (2) before it returns. Node's streams do the same with a file or a
 * pipe, but loading them takes a sixth of the time in which Node starts. A console of Windows needs them: it takes no
 * UTF-8.
 */
export function writeToDescriptor(descriptor: 1 | 2, text: string): void {
  if (process.platform === "win32") {
    standardStreams[descriptor]().write(text);
    return;
  }
  let bytes: Uint8Array = Buffer.from(text);
  while (bytes.length > 0) bytes = bytes.subarray(writeSome(descriptor, bytes));
}
