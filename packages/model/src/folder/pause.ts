const nothing = new Int32Array(new SharedArrayBuffer(4));

/** Lets other processes go on for a few milliseconds, where there is nothing of our own to do meanwhile. */
export function pause(milliseconds: number): void {
  Atomics.wait(nothing, 0, 0, milliseconds);
}
