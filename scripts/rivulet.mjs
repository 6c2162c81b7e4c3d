// `pnpm --silent rivulet <command>`: the command line from the checkout. Its stdout is only the command's own, so
// installing and building, where they are needed, print on stderr.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkout } from "./steps/checkout.mjs";
import { commandArguments } from "./steps/command-arguments.mjs";
import { requireSupportedNode } from "./steps/node-version.mjs";
import { prepare } from "./steps/prepare.mjs";
import { commandLineBundle, isFresh } from "./steps/source-stamp.mjs";

requireSupportedNode("--silent rivulet <command>");
if (!isFresh(commandLineBundle) && !prepare({ output: 2 })) process.exit(1);

const commandLine = join(checkout, "apps/cli/dist/rivulet.js");
process.argv = [process.execPath, commandLine, ...commandArguments()];
await import(pathToFileURL(commandLine).href);
