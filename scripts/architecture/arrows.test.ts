import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkout } from "../steps/checkout.mjs";
import { type ArrowTable, parseArrowTable, readArrowTable } from "./arrow-table.ts";
import { roomOfFile, roomOfImport, type WorkspacePackage, workspacePackages } from "./rooms.ts";
import {
  hasComputedImport,
  importsOfFile,
  importsOfText,
  productFiles,
  type SourceImport,
} from "./source-imports.ts";

const table = readArrowTable();
const rooms = workspacePackages().filter(({ name }) => table.get(name)?.mayUseAnything !== true);

describe("the arrows of docs/ARCHITECTURE.md", () => {
  test("every package of the workspace has a row", () => {
    const missing = workspacePackages().filter(({ name }) => rowsOf(name, table).length === 0);
    expect(missing.map(({ folder }) => folder)).toEqual([]);
  });

  test.each(rooms)("$folder/package.json names only packages that its rows allow", (workspacePackage) => {
    expect(forbiddenDependencies(workspacePackage)).toEqual([]);
  });

  test.each(rooms.filter(({ builtFirst }) => builtFirst))(
    "$folder/tsconfig.json builds first what its package.json depends on",
    ({ dependencies, builtFirst }) => {
      const folderOf = new Map(workspacePackages().map(({ name, folder }) => [`@rivulet/${name}`, folder]));
      const needed = dependencies.flatMap((dependency) => folderOf.get(dependency) ?? []);
      expect(builtFirst?.toSorted()).toEqual(needed.toSorted());
    },
  );

  test.each(rooms)("the sources of $folder import only what their row allows", ({ folder }) => {
    const findings = productFiles(`${folder}/src`).flatMap((file) =>
      importsOfFile(file).flatMap((imported) => forbiddenImport(file, imported)),
    );
    expect(findings).toEqual([]);
  });

  test.each(rooms)("no source of $folder imports a path that it computes", ({ folder }) => {
    expect(productFiles(`${folder}/src`).filter(hasComputedImport)).toEqual([]);
  });

  test("lint refuses cycles", () => {
    const configuration = JSON.parse(readFileSync(join(checkout, ".oxlintrc.json"), "utf8"));
    expect(configuration.rules["import/no-cycle"]).toBe("error");
  });
});

describe("the reading of the table and of the sources", () => {
  const example = parseArrowTable(
    "## Arrows\n| room | may use |\n| --- | --- |\n| a | nothing of ours |\n| a/node | a |\n| b | everything above, c (lazily) |\n",
  );

  test("a row builds on the rows above it", () => {
    expect(example.get("a")?.rooms).toEqual(new Set());
    expect(example.get("b")?.rooms).toEqual(new Set(["a", "a/node"]));
    expect(example.get("b")?.lazyRooms).toEqual(new Set(["c"]));
  });

  test.each([
    ["packages/a/src/index.ts", "a"],
    ["packages/a/src/node/file.ts", "a/node"],
    ["packages/a/src/other/file.ts", "a"],
    ["scripts/start.mjs", undefined],
  ])("%s belongs to room %s", (file, room) => {
    expect(roomOfFile(file, example)).toBe(room);
  });

  test.each([
    ["@rivulet/a", "a"],
    ["@rivulet/a/node", "a/node"],
    ["@rivulet/a/other", "a"],
    ["node:fs", undefined],
  ])("an import of %s leads to room %s", (target, room) => {
    expect(roomOfImport(target, example)).toBe(room);
  });

  test.each<[string, SourceImport[]]>([
    ['import { a } from "@rivulet/a";', [{ target: "@rivulet/a", isLazy: false }]],
    ['import {\n  a,\n  type B,\n} from "./b.ts";', [{ target: "packages/a/src/b.ts", isLazy: false }]],
    ['export * from "../../b/src/c.ts";', [{ target: "packages/b/src/c.ts", isLazy: false }]],
    ['import "node:fs";', [{ target: "node:fs", isLazy: false }]],
    ['const a = await import("@rivulet/a/b");', [{ target: "@rivulet/a/b", isLazy: true }]],
    [' * import { a } from "@rivulet/a";', []],
    ['const text = "nothing";', []],
  ])("the imports of %j are found", (text, imports) => {
    expect(importsOfText(text, "packages/a/src/a.ts")).toEqual(imports);
  });
});

function rowsOf(packageName: string, arrows: ArrowTable): string[] {
  return [...arrows.keys()].filter((room) => packageOf(room) === packageName);
}

function forbiddenDependencies({ name, folder, dependencies, devDependencies }: WorkspacePackage): string[] {
  const rows = rowsOf(name, table).map((room) => table.get(room));
  const allowed = new Set(
    rows.flatMap((row) => [...(row?.rooms ?? []), ...(row?.lazyRooms ?? [])]).map(packageOf),
  );
  const ours = (names: readonly string[]): string[] =>
    names.filter((dependency) => dependency.startsWith("@rivulet/")).map((dependency) => dependency.slice(9));
  return [
    ...ours(dependencies).filter((dependency) => !allowed.has(dependency)),
    ...ours(devDependencies).filter((dependency) => dependency !== "testkit"),
  ].map(
    (dependency) => `${folder}/package.json depends on ${dependency}; the rows of ${name} do not allow it`,
  );
}

function forbiddenImport(file: string, { target, isLazy }: SourceImport): string[] {
  const from = roomOfFile(file, table);
  const to = roomOfImport(target, table);
  if (from === undefined || to === undefined || from === to) return [];
  const row = table.get(from);
  if (row === undefined) return [`${file} is in room ${from}, which has no row`];
  if (row.rooms.has(to) || (isLazy && row.lazyRooms.has(to))) return [];
  const lazily = row.lazyRooms.has(to) ? " at the top of the file; load it with import()" : "";
  return [`${file} imports ${target}: the row of ${from} does not allow ${to}${lazily}`];
}

function packageOf(room: string): string {
  return room.split("/")[0] ?? room;
}
