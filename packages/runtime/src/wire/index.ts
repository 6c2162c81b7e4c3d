/**
 * What the run API says about runs, as JSON: the server answers it, the studio shows it. Runs in a browser; everything
 * else of the runtime does not. They are type aliases and no interfaces, so that they count as JSON.
 */
export * from "./app-console.ts";
export * from "./run-trace.ts";
export * from "./run-view.ts";
