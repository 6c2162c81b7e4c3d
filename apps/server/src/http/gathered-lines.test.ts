import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { GatheredLines } from "./gathered-lines.ts";

const info = '{"level":"info","msg":"answered"}\n';
const warning = '{"level":"warn","msg":"away"}\n';

function gather() {
  const written: string[] = [];
  return { lines: new GatheredLines((text) => written.push(text)), written };
}

test("lines are written together, soon", async () => {
  const { lines, written } = gather();
  lines.write(info);
  lines.write(info);
  expect(written).toEqual([]);
  await expect.poll(() => written).toEqual([info + info]);
});

test("a warning is written at once, behind what was before it", () => {
  const { lines, written } = gather();
  lines.write(info);
  lines.write(warning);
  expect(written).toEqual([info + warning]);
});

test("many lines do not wait for the time to pass", () => {
  const { lines, written } = gather();
  for (let count = 0; count < 1_000; count += 1) lines.write(info);
  expect(written.length).toBeGreaterThan(1);
  expect(written.join("").length).toBeGreaterThan(16_000);
});

test("a process that ends, and one that fails, has written all of its lines", async () => {
  const source = join(import.meta.dirname, "gathered-lines.ts");
  const script = `import { gatheredStandardError } from ${JSON.stringify(source)};
gatheredStandardError().write("the last line\\n");
if (process.argv[1]) throw new Error("on purpose");`;
  const run = (...words: string[]) =>
    promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script, ...words]);
  expect((await run()).stderr).toContain("the last line");
  await expect(run("fail")).rejects.toMatchObject({
    stderr: expect.stringContaining("the last line") as string,
  });
});
