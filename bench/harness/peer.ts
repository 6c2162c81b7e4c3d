import { existsSync } from "node:fs";
import type { Subject } from "./measure.ts";

const folder = new URL("../peers/", import.meta.url);

/** A subject of `bench/peers`: another engine at the same work. */
export function peer(module: string, name: string): Subject {
  return { module: new URL(module, folder), name };
}

/** What has to be done before peers can be measured; `undefined` when it was. They have a lock file of their own. */
export function peersAreMissing(): string | undefined {
  if (existsSync(new URL("node_modules/.package-lock.json", folder))) return undefined;
  return "the other engines are not installed. Install them with: npm ci --ignore-scripts --prefix bench/peers";
}
