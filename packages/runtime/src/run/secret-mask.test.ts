import { createVariable, log } from "@rivulet/testkit";
import { hiddenSecret } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { loadShop, plainSettings } from "../engine/engine.test-support.ts";
import type { LogEntry } from "../ports/effect-port.ts";
import type { RunOutcome } from "./run.ts";
import { SecretMask } from "./secret-mask.ts";

test("of two secrets of which one begins the other, the longer is hidden as a whole", () => {
  const mask = new SecretMask(() => ["password", "password-of-ada"]);
  expect(mask.text("password-of-ada")).toBe(hiddenSecret);
});

test.each([
  ["a secret", "wJalrXUtnFEMI", hiddenSecret],
  ["a secret inside a text, twice", "<wJalrXUtnFEMI|wJalrXUtnFEMI>", `<${hiddenSecret}|${hiddenSecret}>`],
  ["a part of a secret", "wJalrXUt", "wJalrXUt"],
  ["a short secret that is the whole text", "7pin", hiddenSecret],
  ["a short secret that is a word of its own", "pin=7pin, 7pin.", `pin=${hiddenSecret}, ${hiddenSecret}.`],
  ["a short secret that is part of a word", "7pins 17pin", "7pins 17pin"],
  ["a short secret between other letters than ours", "é7pin 7pinß", "é7pin 7pinß"],
  ["a short secret of signs that mean something in a pattern", "is (a.*b)?", `is (${hiddenSecret})?`],
  ["what only looks like it", "aXXb", "aXXb"],
  ["a short secret that is the mark's own word", `secret ${hiddenSecret}`, `${hiddenSecret} ${hiddenSecret}`],
  ["a secret that turned up later", "token-of-8", hiddenSecret],
])("%s", (_, text, shown) => {
  const mask = new SecretMask(() => ["wJalrXUtnFEMI", "7pin", "a.*b", "secret", ""]);
  expect(mask.text("token-of-8")).toBe("token-of-8");
  mask.add("token-of-8");
  expect(mask.text(text)).toBe(shown);
  const json = { text, list: [text, 1, null], inner: { text, isTrue: true } };
  const expected = { text: shown, list: [shown, 1, null], inner: { text: shown, isTrue: true } };
  expect(mask.json(json)).toEqual(expected);
});

describe("a secret that a flow copied into a text", () => {
  const secret = "wJalrXUtnFEMI";
  const start = () => {
    const { engine, project } = loadShop({
      constants: { Key: { type: "String", isSecret: true } },
      microflows: {
        Flow: {
          returns: "String",
          elements: {
            copy: createVariable("Copy", "String", "'<' + @Shop.Key + '>'"),
            tell: log("'The key is ' + $Copy"),
          },
          result: "$Copy",
        },
      },
    });
    const lines: LogEntry[] = [];
    const settings = { ...plainSettings, constant: () => secret };
    const options = { settings, trace: true, keepsResult: true, log: (line: LogEntry) => lines.push(line) };
    const handle = engine.start(project, "Shop.Flow", options);
    return { engine, handle, lines };
  };

  test("is hidden in the trace, in the log and in the history, but not from who started the run", async () => {
    const { engine, handle, lines } = start();
    const outcome = await handle.outcome;
    const kept = engine.runs.find(handle.id);
    const resultOf = (given: RunOutcome | null | undefined) =>
      given?.status === "completed" ? given.toJson() : given;
    expect(resultOf(outcome)).toBe(`<${secret}>`);
    expect(resultOf(kept?.outcome)).toBe("<(secret)>");
    expect(lines.map(({ message }) => message)).toEqual(["The key is <(secret)>"]);
    expect(kept?.log).toEqual(lines);
    expect(handle.trace()?.steps[0]?.variables[0]?.after).toBe("<(secret)>");
    expect(JSON.stringify([handle.trace(), kept])).not.toContain(secret);
  });
});
