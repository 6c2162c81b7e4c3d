import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** A file of a built site as it is sent. */
export interface SiteFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** The same compressed, made when it is first asked for; `undefined` for what is compressed already. */
  readonly brotli: () => Uint8Array | undefined;
}

const mediaTypes: Readonly<Record<string, { readonly mediaType: string; readonly isCompressed?: boolean }>> =
  {
    ".css": { mediaType: "text/css; charset=utf-8" },
    ".html": { mediaType: "text/html; charset=utf-8" },
    ".js": { mediaType: "text/javascript; charset=utf-8" },
    ".svg": { mediaType: "image/svg+xml" },
    ".woff2": { mediaType: "font/woff2", isCompressed: true },
    ".png": { mediaType: "image/png", isCompressed: true },
  };

function siteFile(path: string): SiteFile | undefined {
  const type = mediaTypes[extname(path)];
  if (!type) return undefined;
  const bytes = readFileSync(path);
  let compressed: Uint8Array | undefined;
  const brotli = () =>
    (compressed ??= brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }));
  return { mediaType: type.mediaType, bytes, brotli: type.isCompressed ? () => undefined : brotli };
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
