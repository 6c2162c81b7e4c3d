import { isFileName } from "../records/names.ts";
import type { DocumentKind } from "./document.ts";

/** What the path of a file says about the document in it. */
export type DocumentPath =
  | { readonly kind: "project" }
  | { readonly kind: "module" | "domainModel"; readonly module: string }
  | { readonly kind: NamedDocumentKind; readonly module: string; readonly name: string }
  | { readonly kind: "layout"; readonly drawn: string };

/** Kinds of documents that have a file of their own in a folder of their kind. */
export type NamedDocumentKind = "enumeration" | "constant" | "microflow" | "page" | "pageLayout" | "snippet";

/** The folders inside a module's folder, by the kind of document in them. */
export const foldersOfKinds = {
  enumeration: "enumerations",
  constant: "constants",
  microflow: "microflows",
  page: "pages",
  pageLayout: "layouts",
  snippet: "snippets",
} as const satisfies Record<NamedDocumentKind, string>;

const kindsOfFolders = new Map(
  Object.entries(foldersOfKinds).map(([kind, folder]) => [folder as string, kind as NamedDocumentKind]),
);

const drawnKinds = new Set<DocumentKind>(["domainModel", "microflow"]);

const modulePattern = /^modules\/([^/]+)$/;
const inModulePattern = /^modules\/([^/]+)\/(?:([^/]+)\/)?([^/]+)\.json$/;

/** The path of a module's folder. */
export function moduleFolder(module: string): string {
  return `modules/${module}`;
}

/** The path of the layout beside a document. */
export function layoutPath(drawn: string): string {
  return drawn.replace(/\.json$/, ".layout.json");
}

function parseLayoutPath(path: string): DocumentPath | undefined {
  const drawn = path.replace(/\.layout\.json$/, ".json");
  const kind = parseDocumentPath(drawn)?.kind;
  return kind && drawnKinds.has(kind) ? { kind: "layout", drawn } : undefined;
}

/**
 * Reads a path relative to the project folder; `undefined` when no document can be there. A path that is read
 * stays inside the project folder: its parts are names, never `..`.
 *
 * @example parseDocumentPath("modules/Sales/microflows/Pay.json") // { kind: "microflow", module: "Sales", name: "Pay" }
 */
export function parseDocumentPath(path: string): DocumentPath | undefined {
  if (path === "rivulet.json") return { kind: "project" };
  if (path.endsWith(".layout.json")) return parseLayoutPath(path);
  const [, module, folder, name] = inModulePattern.exec(path) ?? [];
  if (module === undefined || name === undefined || !isFileName(module)) return undefined;
  if (folder === undefined) {
    if (name === "module") return { kind: "module", module };
    return name === "domain-model" ? { kind: "domainModel", module } : undefined;
  }
  const kind = kindsOfFolders.get(folder);
  return kind && isFileName(name) ? { kind, module, name } : undefined;
}

/** Whether documents can be in a folder: `modules`, that of a module, or one of its folders. */
export function isDocumentFolder(path: string): boolean {
  if (path === "modules") return true;
  const [, module] = modulePattern.exec(path) ?? [];
  if (module !== undefined) return isFileName(module);
  const slash = path.lastIndexOf("/");
  return slash > 0 && kindsOfFolders.has(path.slice(slash + 1)) && modulePattern.test(path.slice(0, slash));
}
