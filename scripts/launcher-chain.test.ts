import { expect, test } from "vitest";
import { launcherChain } from "./launcher-chain.mjs";

/** Processes from the nearest parent up, by their command lines; the nearest has id 100. */
function chainOf(...commands: string[]): string[] {
  const processes = commands.map((command, index) => ({
    id: 100 - index,
    parent: 99 - index,
    startedAt: "1",
    command,
  }));
  return launcherChain(100, (id) => processes.find((facts) => facts.id === id)).map(({ command }) => command);
}

test.each([
  [
    "npx with its shells",
    ["sh -c node scripts/start.mjs", "pnpm start", "sh -c pnpm start", "npm exec pnpm start", "bash", "sshd"],
    4,
  ],
  ["pnpm typed into a shell", ["sh -c node scripts/start.mjs", "pnpm start", "-bash"], 2],
  ["pnpm as a JavaScript file", ["sh -c x", "node /opt/pnpm/bin/pnpm.cjs start", "zsh"], 2],
  [
    "a shell command that the user gave",
    ["sh -c x", "pnpm start", "bash -c pnpm start; echo done", "sshd"],
    2,
  ],
  ["node started directly", ["-bash", "sshd"], 0],
  ["node started by a script of the user", ["sh -c node scripts/start.mjs", "sshd"], 0],
])("%s", (_, commands, watched) => {
  expect(chainOf(...commands)).toEqual(commands.slice(0, watched));
});
