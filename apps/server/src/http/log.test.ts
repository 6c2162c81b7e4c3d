import { expect, test } from "vitest";
import { createLog } from "./log.ts";

test("the log is one line of JSON an event, with its level in words and its time as people read it", () => {
  const lines: string[] = [];
  createLog({ stream: { write: (line) => lines.push(line) } }).warn({ run: "1" }, "odd");
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    { level: "warn", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), run: "1", msg: "odd" },
  ]);
});
