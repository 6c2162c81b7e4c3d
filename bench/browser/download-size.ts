import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const checkout = join(import.meta.dirname, "../..");

/** Vite's list of what it wrote: the files by the source that they begin with, and which files they import. */
type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
  >
>;

/** The files that a browser fetches for an entry, those that it imports at once included. */
function filesOf(entry: string, manifest: Manifest): ReadonlySet<string> {
  if (!manifest[entry]) throw new Error(`The site was built without a chunk of its own for ${entry}.`);
  const files = new Set<string>();
  const seen = new Set<string>();
  const waiting = [entry];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) continue;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

/** Bytes of a file as the server sends it: as the build compressed it, if it did. */
function sentBytes(path: string): number {
  const compressed = `${path}.br`;
  return readFileSync(existsSync(compressed) ? compressed : path).length;
}

/**
 * Kilobytes that a built site sends for some of its entries, beyond what it has sent for others.
 *
 * @param site folder of the application: `apps/studio`
 * @param entries as the site's manifest names them: `index.html`
 */
export function sentKilobytes(
  site: string,
  entries: readonly string[],
  beyond: readonly string[] = [],
): number {
  const dist = join(checkout, site, "dist");
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Manifest;
  const before = new Set(beyond.flatMap((entry) => [...filesOf(entry, manifest)]));
  const files = new Set(entries.flatMap((entry) => [...filesOf(entry, manifest)]));
  const added = [...files].filter((file) => !before.has(file));
  return added.reduce((sum, file) => sum + sentBytes(join(dist, file)), 0) / 1_000;
}
