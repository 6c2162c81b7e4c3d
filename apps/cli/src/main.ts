import { runCommandLine } from "./command-line.ts";
import { commands } from "./commands.ts";
import { processTerminal } from "./terminal.ts";

async function main(): Promise<void> {
  process.exitCode = await runCommandLine(commands, process.argv.slice(2), processTerminal());
}

void main();
