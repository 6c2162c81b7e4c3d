import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressedFiles } from "../../scripts/steps/compressed-files.mjs";
import { noticesOfBundle } from "../../scripts/steps/third-party-notices.mjs";
import { firstScreen } from "./bundling/first-screen.ts";
import { pageHead } from "./bundling/page-head.ts";
import { shortIconKeys } from "./bundling/short-icon-keys.ts";
import { workerChunks } from "./bundling/worker-chunks.ts";

/** Where the development server finds the API: `rivulet start` on its default address. */
const server = process.env["RIVULET_DEV_SERVER"] ?? "http://127.0.0.1:8080";

const namings = firstScreen();

export default defineConfig({
  base: "/studio/",
  plugins: [workerChunks, shortIconKeys, react(), pageHead, noticesOfBundle, compressedFiles],
  resolve: { conditions: ["rivulet-source", "module", "browser", "development|production"] },
  worker: { format: "es" },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: true, headers: { origin: server } },
      // The application draws pages with their data.
      "/app": { target: server, changeOrigin: true },
    },
  },
  build: {
    target: "es2023",
    // Which file holds what: the benchmark reads it.
    manifest: true,
    // The page has a strict Content-Security-Policy: nothing inline.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What the first screen may load is measured (bench/), and a build tells whoever waits for it what matters to them.
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        codeSplitting: {
          groups: namings.map((name, at) => ({ name, priority: namings.length - at, debugName: `${at}` })),
        },
      },
    },
  },
});
