import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecretValues, secretValuesFile } from "./read-secret-values.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rivulet-secrets-"));
  mkdirSync(join(folder, ".rivulet"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(text: string, mode: number): void {
  writeFileSync(join(folder, secretValuesFile), text);
  chmodSync(join(folder, secretValuesFile), mode);
}

test("a folder without the file has no secrets", () => {
  expect(readSecretValues(folder)).toEqual({ values: {} });
});

test("the values are read from a file that only its owner can read", () => {
  write('{"AWSAuthentication.AccessKeyId": "AKIA"}', 0o600);
  expect(readSecretValues(folder)).toEqual({ values: { "AWSAuthentication.AccessKeyId": "AKIA" } });
});

test.each([0o644, 0o640, 0o660, 0o604, 0o601])("a file with permissions %o is refused", (mode) => {
  write('{"Shop.Key": "hush"}', mode);
  expect(readSecretValues(folder)).toMatchObject({
    problem: { code: "secrets-not-read", message: expect.stringContaining("chmod 600") },
  });
});

test.each(["", "not json", "[]", '"text"', "null"])("a file that holds %j is refused", (text) => {
  write(text, 0o600);
  expect(readSecretValues(folder)).toMatchObject({ problem: { code: "secrets-not-read" } });
});

test("no message shows what is in the file", () => {
  write('{"Shop.Key": hush}', 0o600);
  expect(JSON.stringify(readSecretValues(folder))).not.toContain("hush");
});

test("a link to another file is refused", () => {
  const elsewhere = join(folder, "elsewhere.json");
  writeFileSync(elsewhere, "{}", { mode: 0o600 });
  symlinkSync(elsewhere, join(folder, secretValuesFile));
  expect(readSecretValues(folder)).toMatchObject({ problem: { code: "secrets-not-read" } });
});
