import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readActiveConfiguration } from "./read-active-configuration.ts";
import { writeActiveConfiguration } from "./write-active-configuration.ts";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-configuration-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the active configuration", () => {
  test("is none before one was chosen", () => {
    expect(readActiveConfiguration(folder)).toBeUndefined();
  });

  test("is the one that was chosen last", () => {
    writeActiveConfiguration(folder, "Embedded");
    writeActiveConfiguration(folder, "AWS of Ann");
    expect(readActiveConfiguration(folder)).toBe("AWS of Ann");
  });

  test.each(["", "{", "[]", "null", '"AWS"', '{"active":5}', '{"other":"AWS"}'])(
    "is none where the file holds %j",
    (text) => {
      writeActiveConfiguration(folder, "AWS");
      writeFileSync(join(folder, ".rivulet/configuration.json"), text);
      expect(readActiveConfiguration(folder)).toBeUndefined();
    },
  );
});
