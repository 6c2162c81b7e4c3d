import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { noticesFile, thirdPartyNotices } from "../../scripts/steps/third-party-notices.mjs";

/** Where the development server finds the API: `rivulet start` on its default address. */
const server = process.env["RIVULET_DEV_SERVER"] ?? "http://127.0.0.1:8080";

const notices: Plugin = {
  name: "third-party-notices",
  generateBundle(_options, bundle) {
    const moduleIds = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
    this.emitFile({ type: "asset", fileName: noticesFile, source: thirdPartyNotices(moduleIds) });
  },
};

export default defineConfig({
  base: "/studio/",
  plugins: [react(), notices],
  resolve: { conditions: ["rivulet-source", "module", "browser", "development|production"] },
  worker: { format: "es" },
  server: { proxy: { "/api": { target: server, changeOrigin: true, headers: { origin: server } } } },
  build: {
    target: "es2023",
    // The page has a strict Content-Security-Policy: nothing inline.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: "canvas", test: /node_modules\/(@xyflow|d3-)/ },
            { name: "components", test: /node_modules\/(@mantine|@floating-ui)/ },
          ],
        },
      },
    },
  },
});
