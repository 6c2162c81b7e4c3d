// A program that opens a process and waits: what the test sends a signal.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closedInAnyCase, closeOnSignals } from "./left-open.ts";

closeOnSignals();
const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000)"], {
  stdio: "ignore",
  detached: true,
});
closedInAnyCase(async () => {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
});
console.log(child.pid);
