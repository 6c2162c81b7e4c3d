// Starts and stops a server, and prints what was loaded for that of what only some need: nothing, it is hoped.
import { registerHooks } from "node:module";

const onDemand = ["@aws-sdk/", "@smithy/", "@opentelemetry/sdk-trace", "@opentelemetry/exporter-"];
const loaded: string[] = [];
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (onDemand.some((scope) => specifier.startsWith(scope))) loaded.push(specifier);
    return nextResolve(specifier, context);
  },
});
const { createServer } = await import("./index.ts");
const server = createServer({ folder: process.argv[2] ?? "", port: 0, log: { level: "silent" } });
await server.start();
console.log(`loaded: ${loaded.join(", ")}`);
await server.stop();
