import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parent, tutorial, useFolder } from "../command-line.test-support.ts";
import { commandLine } from "../command-process.test-support.ts";

useFolder();

/** Starts a server of its own on a folder, waits for a sentence on its error stream, and stops it. */
async function startUntil(
  folder: string,
  sentence: string,
): Promise<{ errors: string; code: number | null }> {
  const child = spawn(process.execPath, [...commandLine, "start", folder, "--port", "0"], {
    env: { ...process.env, INIT_CWD: parent, DATABASE_URL: "none" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    const wasSaid = errors.includes(sentence);
    errors += chunk.toString();
    if (!wasSaid && errors.includes(sentence)) child.kill("SIGTERM");
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { errors, code };
}

it("says what is wrong with a broken rivulet.json, where, and what to do, and serves the rest", async () => {
  const folder = tutorial();
  writeFileSync(join(folder, "rivulet.json"), '{ "name": ');
  const { errors, code } = await startUntil(folder, "Repair it");
  expect(errors).toContain("Rivulet is at http://127.0.0.1:");
  expect(errors).toContain("error: rivulet.json: This is not JSON: the text ends at line 1, column 11.");
  expect(code).toBe(0);
}, 120_000);
