import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { closedInAnyCase } from "./left-open.ts";
import type { FigureMeasure } from "./measure.ts";
import { runMeasure } from "./run-measure.ts";

const facts = { kind: "figure", name: "none", about: "", limit: 1, aim: 1, unit: "ms", pairs: 1 } as const;

/** Notes what it closes. */
function opener(closed: string[]) {
  return (name: string) => closedInAnyCase(() => closed.push(name));
}

test("a measure that fails before it begins closes all that it has opened, the newest first", async () => {
  const closed: string[] = [];
  const open = opener(closed);
  const ours: FigureMeasure["ours"] = async () => {
    const close = open("database");
    open("server");
    return { take: async () => 1, close };
  };
  const theirs = async () => {
    open("rival");
    throw new Error("It does not start.");
  };
  await expect(runMeasure({ ...facts, ours, theirs })).rejects.toThrow("It does not start.");
  expect(closed).toEqual(["rival", "server", "database"]);
});

test("what cannot be closed keeps nothing else open, and what was closed is not closed again", async () => {
  const closed: string[] = [];
  const open = opener(closed);
  const ours: FigureMeasure["ours"] = async () => {
    const close = open("folder");
    closedInAnyCase(() => {
      throw new Error("It does not end.");
    });
    return { take: async () => 1, close };
  };
  expect(await runMeasure({ ...facts, ours })).toMatchObject({ name: "none" });
  expect(closed).toEqual(["folder"]);
});

test("Ctrl+C ends what was started", async () => {
  const program = spawn(process.execPath, [join(import.meta.dirname, "left-open.test-support.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(program, "exit");
  const [line] = (await once(createInterface({ input: program.stdout }), "line")) as [string];
  program.kill("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
  expect(() => process.kill(Number(line), 0)).toThrow("ESRCH");
});
