import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { flowFileVersion, printFlowFile } from "../flow-file/flow-file.ts";
import { loadFlowFile } from "./load-flow-file.ts";
import { temporaryFolder, writeFileAt } from "./temporary-folder.test-support.ts";

const golden = (version: number) =>
  fileURLToPath(new URL(`../documents/fixtures/flow-${version}.json`, import.meta.url));

it.each([1, 2])("a flow file of version %d is read from the disk, in the newest form", (version) => {
  const result = loadFlowFile(golden(version));
  const newest = readFileSync(golden(flowFileVersion), "utf8");
  expect("flowFile" in result && printFlowFile(result.flowFile)).toBe(newest);
});

it.each([
  ["{", "not-json", "flow.json: This is not JSON"],
  ['{"__proto__": 1}', "json-forbidden-key", "flow.json: The JSON has the key"],
  ['{"format": "rivulet/flow", "version": 9}', "unknown-version", "flow.json has format version 9"],
  ["[".repeat(50 * 1024 * 1024), "json-too-large", "flow.json: The JSON has 52428800 characters"],
])("a flow file that is %.20s is a problem of the file", (text, code, message) => {
  const folder = temporaryFolder();
  writeFileAt(folder, "flow.json", text);
  const result = loadFlowFile(join(folder, "flow.json"));
  const problems = "problems" in result ? result.problems : [];
  expect(problems).toMatchObject([{ code, place: { file: "flow.json" } }]);
  expect(problems[0]?.message).toContain(message);
});

it("a flow file that is not there is a problem", () => {
  const result = loadFlowFile(join(temporaryFolder(), "flow.json"));
  expect(result).toMatchObject({ problems: [{ code: "unreadable-file" }] });
});
