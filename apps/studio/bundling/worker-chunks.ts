import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const started = /(?<=new Worker\()new URL\("([^"]+)", import\.meta\.url\)/g;

/**
 * A plugin of Vite that builds workers together with the page: what both need is in files that are fetched once. Vite
 * itself makes of each worker a program of its own, with all that the page has as well.
 */
export const workerChunks: Plugin = {
  name: "worker-chunks",
  apply: "build",
  // Vite has its own way with workers, and finds none any more.
  enforce: "pre",
  transform: {
    filter: { code: "new Worker(new URL(" },
    handler(code, id) {
      return code.replaceAll(started, (_text, path: string) => {
        const chunk = this.emitFile({ type: "chunk", id: join(dirname(id), path) });
        return `import.meta.ROLLUP_FILE_URL_${chunk}`;
      });
    },
  },
};
