import { join } from "node:path";

const entry = join(import.meta.dirname, "src/main.tsx");

/** What the bundler tells about its modules. */
interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

function isOurs(id: string): boolean {
  return /\/(?:apps\/studio\/src|packages)\//.test(id) && !id.includes("/node_modules/");
}

/**
 * Names the file for what the studio opens with. Left alone, the bundler makes a file of its own for whatever the first
 * screen shares with something that is loaded later: thirty small files, each with its headers, that compress badly.
 */
export function firstScreen(): (id: string, modules: Modules) => string | null {
  const needed = new Set<string>();
  const collect = (modules: Modules): void => {
    const waiting = [entry];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (needed.has(id)) continue;
      needed.add(id);
      waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
    }
  };
  return (id, modules) => {
    if (needed.size === 0) collect(modules);
    // The page's own entry stays a file of its own, by which everything else is found.
    return id !== entry && isOurs(id) && needed.has(id) ? "studio" : null;
  };
}
