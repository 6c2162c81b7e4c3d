import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compressedFiles } from "../../scripts/steps/compressed-files.mjs";
import { noticesOfBundle } from "../../scripts/steps/third-party-notices.mjs";

/** Where the development server finds the API: `rivulet start` on its default address. */
const server = process.env["RIVULET_DEV_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/app/",
  plugins: [react(), noticesOfBundle, compressedFiles],
  resolve: { conditions: ["rivulet-source", "module", "browser", "development|production"] },
  server: { proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
  build: {
    target: "es2023",
    // Which file holds what: the benchmark reads it.
    manifest: true,
    // The page has a strict Content-Security-Policy: nothing inline.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // What the first screen may load is measured (bench/), and a build tells whoever waits for it what matters to them.
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
});
