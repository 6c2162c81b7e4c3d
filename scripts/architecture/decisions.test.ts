import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../docs/decisions");

test("decisions are numbered from 1 without a gap, and each title has the number of its file", () => {
  const files = readdirSync(folder).toSorted();
  const numbers = files.map((file) => Number(file.slice(0, 4)));
  expect(numbers).toEqual(files.map((_, at) => at + 1));
  const titled = files.map((file) => /^# (\d+)\. /.exec(readFileSync(join(folder, file), "utf8"))?.[1]);
  expect(titled.map(Number)).toEqual(numbers);
});
