import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

/** A file of a built site as it is sent. */
export interface SiteFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The same compressed, where the build put it beside it: what ends in `.br`. */
  readonly brotli?: Uint8Array;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
};

function siteFile(path: string): SiteFile | undefined {
  const mediaType = mediaTypes[extname(path)];
  if (mediaType === undefined) return undefined;
  const bytes = readFileSync(path);
  const compressed = `${path}.br`;
  return existsSync(compressed)
    ? { mediaType, bytes, brotli: readFileSync(compressed) }
    : { mediaType, bytes };
}

/**
 * A built site (the studio, the running application), read once. Whatever is asked for is looked up by name in what was read, so no request can lead to
 * another file.
 */
export class SiteFiles {
  readonly #files = new Map<string, SiteFile>();
  readonly #page: string;

  /** Throws when there is no built site in the folder. */
  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const file = siteFile(path);
      if (file) this.#files.set(relative(folder, path).split(sep).join("/"), file);
    }
    this.#page = readFileSync(join(folder, "index.html"), "utf8");
  }

  /** A file by its path in the site's folder: `assets/index-1a2b.js`. */
  file(path: string): SiteFile | undefined {
    return this.#files.get(path);
  }

  /** The page, with a word for this one answer by which its policy lets the styles of our components in. */
  page(nonce: string): string {
    return this.#page.replace("</head>", `<meta property="csp-nonce" nonce="${nonce}" /></head>`);
  }
}
