// Loaded before a server: each SIGUSR2 sets its clock a day ahead, then two days back, and so on.
const RealDate = globalThis.Date;
const day = 24 * 60 * 60 * 1000;
let shift = 0;
process.on("SIGUSR2", () => (shift = shift > 0 ? -day : day));

class JumpingDate extends RealDate {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [RealDate.now() + shift] : parts) as [number]));
  }

  static override now(): number {
    return RealDate.now() + shift;
  }
}
globalThis.Date = JumpingDate as DateConstructor;
