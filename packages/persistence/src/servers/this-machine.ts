import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

/**
 * Names the place in which process numbers mean something: this machine, since it was last booted, and within it the
 * container.
 */
export function thisMachine(): string {
  const boot = known(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
  const processes = known(() => readlinkSync("/proc/self/ns/pid"));
  return [hostname(), boot, processes].join(" ");
}

function known(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
