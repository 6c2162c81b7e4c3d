// `pnpm start [folder] [--port n] [--host h]`: install, build what is stale, then be the server.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watchLauncherChain } from "./launcher-chain.mjs";
import { checkout } from "./steps/checkout.mjs";
import { commandArguments } from "./steps/command-arguments.mjs";
import { requireSupportedNode } from "./steps/node-version.mjs";
import { prepare } from "./steps/prepare.mjs";

requireSupportedNode("start");

// The server drains on SIGTERM. Watched from the first moment: a launcher may die while the build runs.
watchLauncherChain(() => process.kill(process.pid, "SIGTERM"));

if (!prepare()) process.exit(1);

const commandLine = join(checkout, "apps/cli/dist/rivulet.js");
process.argv = [process.execPath, commandLine, "start", ...commandArguments()];
await import(pathToFileURL(commandLine).href);
