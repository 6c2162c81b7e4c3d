import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { KeptSecrets } from "@rivulet/runtime";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "../command-line.ts";
import { commands } from "../commands.ts";

const template = join(import.meta.dirname, "../../templates/tutorial");
const constant = "AWSAuthentication.SecretAccessKey";
let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-cli-secrets-")));
  cpSync(template, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `rivulet secrets` with a standard input. */
async function secrets(words: readonly string[], input = "") {
  const written = { out: "", error: "" };
  const code = await runCommandLine(commands, ["secrets", ...words], {
    out: (text) => void (written.out += `${text}\n`),
    error: (text) => void (written.error += `${text}\n`),
    input: () => input,
    environment: {},
    isWatched: false,
    signal: new AbortController().signal,
    path: (path) => resolve(folder, path),
  });
  return { code, output: written.out, errors: written.error };
}

const values = (configuration: string) => new KeptSecrets(folder, {}).values(configuration);

describe("rivulet secrets", () => {
  test("takes a value from standard input, and runs read it", async () => {
    expect(await secrets(["set", ".", constant], "hush hush\n")).toEqual({ code: 0, output: "", errors: "" });
    expect(values("AWS")).toEqual({ values: { [constant]: "hush hush" } });
    expect(readFileSync(join(folder, ".rivulet/secrets.json"), "utf8")).not.toContain("hush");
  });

  test("keeps a value for one configuration", async () => {
    expect((await secrets(["set", ".", constant, "--configuration", "AWS"], "hush")).code).toBe(0);
    expect([values("AWS"), values("Embedded")]).toEqual([{ values: { [constant]: "hush" } }, { values: {} }]);
  });

  test("lists what has a value, never the value, and removes it", async () => {
    await secrets(["set", ".", constant], "hush hush");
    await secrets(["set", ".", constant, "--configuration", "AWS"], "hush hush");
    const { output } = await secrets(["list", "."]);
    expect(output).toMatch(/^AWSAuthentication\.SecretAccessKey\t\(every configuration\)\t\d{4}-.*Z\n/);
    expect(output).not.toContain("hush");
    expect((await secrets(["remove", ".", constant])).code).toBe(0);
    expect((await secrets(["list"])).output).toMatch(/^AWSAuthentication\.SecretAccessKey\tAWS\t/);
  });

  test("changes the key, and the values stay", async () => {
    await secrets(["set", ".", constant], "hush hush");
    const key = readFileSync(join(folder, ".rivulet/secret.key"), "utf8");
    expect(await secrets(["rotate", "."])).toMatchObject({
      code: 0,
      errors: expect.stringMatching(/^1 values are encrypted with the key \w{12} now\.\n$/) as string,
    });
    expect(readFileSync(join(folder, ".rivulet/secret.key"), "utf8")).not.toBe(key);
    expect(values("AWS")).toEqual({ values: { [constant]: "hush hush" } });
  });

  test.each([
    [["set", "."], "x", "Which constant?"],
    [["set", ".", "AWSAuthentication.Gone"], "x", "There is no constant"],
    [["set", ".", constant, "--configuration", "Gone"], "x", "no configuration Gone"],
    [["set", ".", constant], "", "nothing came"],
    [["show", "."], "", 'no action "show"'],
    [["constructor", "."], "", 'no action "constructor"'],
  ])("%j is wrong usage", async (words, input, message) => {
    expect(await secrets(words, input)).toMatchObject({
      code: 2,
      errors: expect.stringContaining(message) as string,
    });
  });

  test("says which folder is no project", async () => {
    expect(await secrets(["list", "modules"])).toMatchObject({
      code: 3,
      errors: expect.stringContaining("no project folder") as string,
    });
  });
});
