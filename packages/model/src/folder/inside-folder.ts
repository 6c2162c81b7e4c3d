import { realpathSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** The folder itself with all links resolved; `undefined` when it does not exist or cannot be entered. */
export function realFolder(folder: string): string | undefined {
  try {
    return realpathSync.native(folder);
  } catch {
    return undefined;
  }
}

function isInside(path: string, root: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The nearest ancestor of a path that exists, or the path itself, with all links resolved. */
function realAncestor(path: string): string {
  const real = realFolder(path);
  return real ?? realAncestor(dirname(path));
}

/**
 * Whether what a relative path names, or will name when it is made, is inside the folder, whatever links are on
 * the way. `root` must be a real path (see {@link realFolder}).
 */
export function leadsInside(root: string, relativePath: string): boolean {
  return isInside(realAncestor(join(root, relativePath)), root);
}
