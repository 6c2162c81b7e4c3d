import {
  appendFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { documentsOf } from "../documents/documents-of.ts";
import { sampleProject } from "../records/sample-project.test-support.ts";
import { loadProject } from "./load-project.ts";
import { projectFolderOf } from "./temporary-folder.test-support.ts";

const documents = documentsOf(sampleProject);

/** Something that happens to a file: an editor, a merge or a disk does worse. */
const damage = fc.oneof(
  fc.record({ kind: fc.constant("truncate" as const), at: fc.nat(2000) }),
  fc.record({ kind: fc.constant("remove" as const) }),
  fc.record({ kind: fc.constant("append" as const), bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) }),
  fc.record({ kind: fc.constant("overwrite" as const), at: fc.nat(2000), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant("replace" as const), json: fc.json() }),
  fc.record({ kind: fc.constant("swap" as const), other: fc.nat() }),
);

function inflict(
  folder: string,
  path: string,
  { kind, ...how }: { kind: string } & Record<string, unknown>,
): void {
  const file = join(folder, path);
  const other = documents[Number(how["other"] ?? 0) % documents.length]?.path ?? "";
  try {
    if (kind === "truncate") truncateSync(file, Math.min(Number(how["at"]), readFileSync(file).length));
    if (kind === "remove") rmSync(file);
    if (kind === "append") appendFileSync(file, how["bytes"] as Uint8Array);
    if (kind === "replace") writeFileSync(file, how["json"] as string);
    if (kind === "swap") renameSync(file, join(folder, other));
    if (kind === "overwrite") {
      const bytes = readFileSync(file);
      bytes[Number(how["at"]) % bytes.length] = Number(how["byte"]);
      writeFileSync(file, bytes);
    }
  } catch (error) {
    // The file is gone already: nothing more can happen to it.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** The files that say what a document belongs to: without them it cannot be taken in. */
function ownersOf(path: string): string[] {
  const drawn = path.endsWith(".layout.json") ? [path.replace(".layout.json", ".json")] : [];
  return ["rivulet.json", "modules/Sales/module.json", ...drawn];
}

it("a damaged folder is read as far as it goes: never an exception, and nothing is left out silently", () => {
  const damages = fc.array(fc.tuple(fc.nat(documents.length - 1), damage), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(damages, (list) => {
      const folder = projectFolderOf(sampleProject);
      for (const [index, what] of list) inflict(folder, documents[index]?.path ?? "", what);
      const { documents: read, problems } = loadProject(folder);
      const paths = new Set(read.map(({ path }) => path));
      const told = new Set(problems.map(({ place }) => place.file));
      const silent = documents
        .map(({ path }) => path)
        .filter((path) => existsSync(join(folder, path)) && !paths.has(path))
        .filter((path) => ![path, ...ownersOf(path)].some((file) => told.has(file)));
      expect(silent).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
