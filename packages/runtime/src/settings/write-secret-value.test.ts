import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecretValues, secretValuesFile } from "./read-secret-values.ts";
import { writeSecretValue } from "./write-secret-value.ts";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-secrets-")));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a secret value is kept beside the others, for its owner only", () => {
  expect(writeSecretValue(folder, "Shop.Key", "hush")).toBeUndefined();
  writeSecretValue(folder, "Shop.Pin", 7);
  expect(readSecretValues(folder)).toEqual({ values: { "Shop.Key": "hush", "Shop.Pin": 7 } });
  expect(statSync(join(folder, secretValuesFile)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, ".rivulet")).filter((name) => name.startsWith("secrets"))).toHaveLength(1);
});

test("a secret value can be forgotten", () => {
  writeSecretValue(folder, "Shop.Key", "hush");
  writeSecretValue(folder, "Shop.Key", undefined);
  expect(readSecretValues(folder)).toEqual({ values: {} });
  expect(readFileSync(join(folder, secretValuesFile), "utf8")).not.toContain("hush");
});

test("a file that others can read is left alone, and said", () => {
  writeSecretValue(folder, "Shop.Key", "hush");
  chmodSync(join(folder, secretValuesFile), 0o644);
  expect(writeSecretValue(folder, "Shop.Key", "louder")).toMatchObject({ code: "secrets-not-read" });
  expect(readFileSync(join(folder, secretValuesFile), "utf8")).toContain("hush");
});
