import { join } from "node:path";
import { type Modules, Reach } from "./reach.ts";

const entry = join(import.meta.dirname, "../src/main.tsx");

function isOurs(id: string): boolean {
  return /\/(?:apps\/studio\/src|packages)\//.test(id) && !id.includes("/node_modules/");
}

/** Libraries of which the first screen needs a part only, by the file for that part. */
const shared: Readonly<Record<string, RegExp>> = {
  components:
    /node_modules\/(@mantine|@floating-ui|react-number-format|react-transition-group|react-remove-scroll)/,
  libraries: /node_modules\/(zod|zustand|react-resizable-panels|lucide-react)/,
};

/**
 * Names the file that a module goes to: what the studio opens with, and what of the same libraries comes later. Left
 * alone, the bundler makes a file of its own for whatever the first screen shares with something that is loaded later:
 * thirty small files, each with its headers, that compress badly.
 */
export function firstScreen(): (id: string, modules: Modules) => string | null {
  let reach: Reach | undefined;
  return (id, modules) => {
    reach ??= new Reach(modules).from(entry);
    const isNeeded = reach.needed.has(id);
    for (const [name, test] of Object.entries(shared))
      if (test.test(id)) return isNeeded ? name : `${name}-later`;
    // The page's own entry stays a file of its own, by which everything else is found.
    return id !== entry && isOurs(id) && isNeeded ? "studio" : null;
  };
}
