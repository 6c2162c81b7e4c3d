import { join } from "node:path";
import { type Modules, Reach } from "./reach.ts";

const source = join(import.meta.dirname, "../src");
const entry = join(source, "main.tsx");
const worker = join(source, "problems/problem-worker.ts");
const checksOfPage = join(source, "fields/microflow-problems.ts");
/** What is fetched first of all, when the first screen has been quiet for a moment. */
const soon = [
  "shell/everyday-dialogs.ts",
  "shell/notice-list.tsx",
  "dialogs/element-dialog.tsx",
  "dialogs/element-properties.tsx",
  "dialogs/flow-properties.tsx",
  "dialogs/microflow-properties.tsx",
  "pickers/document-picker.tsx",
  "canvas/popups/connect-dialog.tsx",
].map((file) => join(source, file));

function isOurs(id: string): boolean {
  return /\/(?:apps\/studio\/src|packages)\//.test(id) && !id.includes("/node_modules/");
}

/** What of the libraries comes later, by its file. */
const later: Readonly<Record<string, RegExp>> = {
  "components-later":
    /node_modules\/(@mantine|@floating-ui|react-number-format|react-transition-group|react-remove-scroll)/,
  "libraries-later": /node_modules\/(zod|zustand|lucide-react)/,
};

/** What writes pictures as text is loaded with the first picture. */
const neverFirst = /node_modules\/react-dom\/.*server/;

/** Names the file that a module goes to. */
export type Naming = (id: string, modules: Modules) => string | null;

/** Whether a module is among what some entries need; found out once. */
function neededBy(...entries: readonly string[]): (...module: Parameters<Naming>) => boolean {
  let needed: ReadonlySet<string> | undefined;
  return (id, modules) => {
    if (!needed) {
      const reach = new Reach(modules);
      for (const each of entries) reach.from(each);
      needed = reach.needed;
    }
    return needed.has(id);
  };
}

/**
 * What the studio opens with: `libraries` of others, which change with them only, and `studio`. Left alone, the bundler
 * makes a file of its own for whatever the first screen shares with something later: thirty small files, each with its
 * headers, that compress badly. `dialogs`, which comes a moment later, would be as many.
 *
 * The worker that checks the project shares `project` with the page, and `checks` with what the page checks itself a
 * moment after it is drawn. Neither has anything of the screen in it. A file takes along what its modules need, so
 * what most need is named first.
 */
export function firstScreen(): readonly Naming[] {
  const isOnPage = neededBy(entry);
  const isInWorker = neededBy(worker);
  const isCheck = neededBy(worker, checksOfPage);
  const isSoonNeeded = neededBy(...soon);
  return [
    (id, modules) => (isInWorker(id, modules) && isOnPage(id, modules) ? "project" : null),
    // The entries stay files of their own, by which everything else is found.
    (id, modules) => (id !== worker && isCheck(id, modules) ? "checks" : null),
    (id, modules) =>
      id.includes("/node_modules/") && isOnPage(id, modules) && !neverFirst.test(id) ? "libraries" : null,
    (id, modules) => (id !== entry && isOurs(id) && isOnPage(id, modules) ? "studio" : null),
    (id, modules) => (isOurs(id) && id !== entry && isSoonNeeded(id, modules) ? "dialogs" : null),
    (id) => Object.entries(later).find(([, test]) => test.test(id))?.[0] ?? null,
  ];
}
