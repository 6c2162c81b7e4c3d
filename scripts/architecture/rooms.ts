import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { checkout } from "../steps/checkout.mjs";
import type { ArrowTable } from "./arrow-table.ts";

/** A package of the workspace: `packages/model` is the folder of `@rivulet/model`, whose main room is `model`. */
export interface WorkspacePackage {
  readonly name: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** The folders of the packages that its tsconfig.json builds first; undefined where it has none. */
  readonly builtFirst: readonly string[] | undefined;
}

/** Every package of the workspace, apart from the root. */
export function workspacePackages(): WorkspacePackage[] {
  const grouped = ["packages", "apps"].flatMap((group) =>
    readdirSync(join(checkout, group)).map((name) => `${group}/${name}`),
  );
  return [...grouped, "bench", "e2e"]
    .filter((folder) => existsSync(join(checkout, folder, "package.json")))
    .map((folder) => readPackage(folder));
}

function readPackage(folder: string): WorkspacePackage {
  const manifest = JSON.parse(readFileSync(join(checkout, folder, "package.json"), "utf8"));
  const { dependencies, optionalDependencies, peerDependencies, devDependencies } = manifest;
  return {
    name: folder.slice(folder.indexOf("/") + 1),
    folder,
    dependencies: Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }),
    devDependencies: Object.keys(devDependencies ?? {}),
    builtFirst: readReferences(folder),
  };
}

function readReferences(folder: string): string[] | undefined {
  const file = join(checkout, folder, "tsconfig.json");
  if (!existsSync(file)) return undefined;
  const { references }: { references?: readonly { readonly path: string }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  return references?.map(({ path }) => relative(checkout, join(checkout, folder, path)));
}

/** The room that an import leads to, or undefined when it is not one of ours; like that of a file. */
export function roomOfImport(target: string, table: ArrowTable): string | undefined {
  if (!target.startsWith("@rivulet/")) return roomOfFile(target, table);
  const room = target.slice("@rivulet/".length);
  return table.has(room) ? room : room.split("/")[0];
}

/** The room that a file of the checkout belongs to: a sub-path with its own row in the table, else its package. */
export function roomOfFile(file: string, table: ArrowTable): string | undefined {
  const [, name, inside] = /^(?:packages|apps)\/([^/]+)\/src\/(.*)$/.exec(file) ?? [];
  if (name === undefined || inside === undefined) return undefined;
  const [folder = ""] = inside.split("/");
  return table.has(`${name}/${folder}`) ? `${name}/${folder}` : name;
}
