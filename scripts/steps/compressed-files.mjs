// What a browser fetches is compressed once, by the build, as well as can be, so that no server does it at every start.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const compress = promisify(brotliCompress);

/** Fonts and pictures are compressed already. */
const compressible = new Set([".css", ".js", ".svg"]);

/** Seconds once, on a build that others wait for only when something has changed. */
const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };

/** Writes a file compressed beside itself, with the ending `.br`. @param {string} path */
async function compressBeside(path) {
  await writeFile(`${path}.br`, await compress(await readFile(path), { params }));
}

/** A plugin of Vite that puts a compressed file beside each one that was built. @type {import("vite").Plugin} */
export const compressedFiles = {
  name: "compressed-files",
  apply: "build",
  writeBundle: {
    sequential: true,
    async handler({ dir }) {
      if (dir === undefined) throw new Error("A site is built into a folder.");
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && compressible.has(extname(entry.name)));
      await Promise.all(files.map(({ parentPath, name }) => compressBeside(join(parentPath, name))));
    },
  },
};
