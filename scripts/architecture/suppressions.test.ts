import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "../steps/checkout.mjs";
import { workspacePackages } from "./rooms.ts";
import { productFiles } from "./source-imports.ts";

const suppression = /\b(oxlint|eslint)-(disable|enable)|\bbiome-ignore\b|@ts-(expect-error|ignore|nocheck)\b/;

/** The lines of a text that switch a rule off and say nowhere why: neither behind ` -- ` nor in a comment above. */
function unexplained(text: string): string[] {
  const lines = text.split("\n");
  return lines.filter((line, at) => {
    if (!suppression.test(line)) return false;
    const above = lines[at - 1]?.trim() ?? "";
    return !/ -- \S/.test(line) && !(/^(\/\/|\{\/\*|\*)/.test(above) && !suppression.test(above));
  });
}

test("whoever switches a rule of lint off says why", () => {
  const files = workspacePackages()
    .filter(({ folder }) => /^(packages|apps)\//.test(folder))
    .flatMap(({ folder }) => productFiles(`${folder}/src`));
  const found = files.flatMap((file) =>
    unexplained(readFileSync(join(checkout, file), "utf8")).map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ["// oxlint-disable-next-line no-eval", false],
  ["// oxlint-disable-next-line no-eval -- our own text", true],
  ["// It is our own text.\n// oxlint-disable-next-line no-eval", true],
  ["run();\n// @ts-expect-error\ncall();", false],
  ["// oxlint-disable-next-line no-eval -- our own text\n// @ts-ignore", false],
])("%j counts as explained: %s", (text, isExplained) => {
  expect(unexplained(text).length === 0).toBe(isExplained);
});
