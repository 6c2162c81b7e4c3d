import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { noticesOfBundle } from "../../scripts/steps/third-party-notices.mjs";

/** Where the development server finds the API: `rivulet start` on its default address. */
const server = process.env["RIVULET_DEV_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  base: "/app/",
  plugins: [react(), noticesOfBundle],
  resolve: { conditions: ["rivulet-source", "module", "browser", "development|production"] },
  server: { proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
  build: {
    target: "es2023",
    // The page has a strict Content-Security-Policy: nothing inline.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
