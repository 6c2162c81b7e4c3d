import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkout } from "./steps/checkout.mjs";
import { thirdPartyNotices } from "./steps/third-party-notices.mjs";

const root = mkdtempSync(join(tmpdir(), "rivulet-notices-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, content: string | object): string {
  const file = join(root, "node_modules", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

put("plain/package.json", { name: "plain", version: "1.0.0", license: "MIT" });
put("plain/LICENSE.md", "Copyright of Plain.");
put("@scope/apache/package.json", { name: "@scope/apache", version: "2.0.0", license: "Apache-2.0" });
put("bare/package.json", { name: "bare", version: "3.0.0", license: "ISC", author: { name: "Ann" } });
put("plain/node_modules/twin/package.json", { name: "twin", version: "4.0.0", license: "MIT" });
put("plain/node_modules/twin/licence", "Copyright of Plain.");

const plain = put("plain/index.js", "");
const apache = put("@scope/apache/dist/deep/index.js", "");
const bare = put("bare/index.js", "");
const twin = put("plain/node_modules/twin/index.js", "");

describe("the notices of a bundle", () => {
  test("hold each package once, with its version, its licence and the text that it brings", () => {
    const notices = thirdPartyNotices([plain, `${plain}?worker`, `\0${plain}`]);
    expect(notices.match(/plain 1\.0\.0, MIT/g)).toHaveLength(1);
    expect(notices).toContain("Copyright of Plain.");
  });

  test("say nothing of modules of our own", () => {
    expect(thirdPartyNotices([join(checkout, "packages/values/src/index.ts"), "\0rolldown/runtime"])).toBe(
      thirdPartyNotices([]),
    );
  });

  test("give the text of the Apache License for a package under it that brings none", () => {
    const notices = thirdPartyNotices([apache]);
    expect(notices).toContain("@scope/apache 2.0.0, Apache-2.0");
    expect(notices).toContain("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION");
  });

  test("name the author where there is no text", () => {
    expect(thirdPartyNotices([bare])).toContain("Author: Ann.");
  });

  test("write a text once for all packages that have it, in the order of their names", () => {
    const notices = thirdPartyNotices([twin, plain]);
    expect(notices).toContain("plain 1.0.0, MIT\ntwin 4.0.0, MIT\n\nCopyright of Plain.");
  });
});

test("the embedded DynamoDB, which is shipped without a text, has its licence in the notices", () => {
  put("@dynoxide/linux-x64/package.json", {
    name: "@dynoxide/linux-x64",
    version: "1.2.1",
    license: "(MIT OR Apache-2.0)",
  });
  const notices = thirdPartyNotices([], [join(root, "node_modules/@dynoxide/linux-x64")]);
  expect(notices).toContain("@dynoxide/linux-x64 1.2.1, (MIT OR Apache-2.0)");
  expect(notices).toContain("Copyright (c) 2026 Martin Hicks");
});
