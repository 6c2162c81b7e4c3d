/**
 * Milliseconds of a clock that never jumps; only differences mean something. `performance.now()` says the same, but
 * loads much of Node for it when a process first asks.
 */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1_000_000;
}
