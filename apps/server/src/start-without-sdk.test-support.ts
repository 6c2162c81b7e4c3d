// Starts and stops a server, and prints which packages of the AWS SDK were loaded for that: none, it is hoped.
import { registerHooks } from "node:module";

const loaded: string[] = [];
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith("@aws-sdk/") || specifier.startsWith("@smithy/")) loaded.push(specifier);
    return nextResolve(specifier, context);
  },
});
const { createServer } = await import("./index.ts");
const server = createServer({ folder: process.argv[2] ?? "", port: 0, log: { level: "silent" } });
await server.start();
console.log(`loaded: ${loaded.join(", ")}`);
await server.stop();
