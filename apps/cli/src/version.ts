import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of this installation, as its package.json says: it lies beside the sources and beside the bundle. */
export function version(): string {
  const text = readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}
