import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";

/** More than any pipe holds. */
const size = 1_000_000;

function startWriter() {
  const source = join(import.meta.dirname, "write-to-descriptor.ts");
  const program = `
    import { writeToDescriptor } from ${JSON.stringify(source)};
    writeToDescriptor(1, "ä".repeat(${size}) + "end");
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, ended: once(child, "exit") };
}

test("a reader that is slow to begin gets everything", async () => {
  const { child, ended } = startWriter();
  await pause(300);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
  expect(await ended).toEqual([0, null]);
  if (!child.stdout.readableEnded) await once(child.stdout, "end");
  expect(text.length).toBe(size + "end".length);
  expect(text.endsWith("äend")).toBe(true);
});

test("a reader that leaves early is no failure", async () => {
  const { child, ended } = startWriter();
  await once(child.stdout, "data");
  child.stdout.destroy();
  expect(await ended).toEqual([0, null]);
});
