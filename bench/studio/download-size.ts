import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../../apps/studio/dist/", import.meta.url);

/** Vite's list of what it wrote: the files by the source that they begin with, and which files they import. */
type Manifest = Readonly<
  Record<
    string,
    { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] }
  >
>;

/** The files that a browser fetches for an entry, those that it imports at once included. */
function filesOf(entry: string, manifest: Manifest): ReadonlySet<string> {
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

function compressedKilobytes(file: string): number {
  return gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1_000;
}

/** What the studio fetches when the first expression is shown, beyond what it has already, in kB of gzip. */
export function expressionEditorSize(): number {
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8")) as Manifest;
  const editor = "src/expression-editor/code-editor.tsx";
  if (!manifest[editor]) throw new Error(`The studio was built without a chunk of its own for ${editor}.`);
  const first = filesOf("index.html", manifest);
  const added = [...filesOf(editor, manifest)].filter((file) => !first.has(file));
  return added.reduce((sum, file) => sum + compressedKilobytes(file), 0);
}
