import { expect, test } from "vitest";
import { countLine, countTests } from "./count-line.mjs";

const step = { name: "unit", exitCode: 0, passed: 3, failed: 0, skipped: 1 };

test.each([
  ["all passed", [step], { passed: 3, failed: 0, skipped: 1, isSuccess: true }],
  ["two steps add up", [step, step], { passed: 6, failed: 0, skipped: 2, isSuccess: true }],
  [
    "a named failure counts once",
    [{ ...step, exitCode: 1, failed: 2 }],
    { passed: 3, failed: 2, skipped: 1, isSuccess: false },
  ],
  [
    "a failure without a name adds one",
    [{ ...step, exitCode: 1 }],
    { passed: 3, failed: 1, skipped: 1, isSuccess: false },
  ],
  [
    "nothing passed is no success",
    [{ ...step, passed: 0 }],
    { passed: 0, failed: 0, skipped: 1, isSuccess: false },
  ],
  ["no step is no success", [], { passed: 0, failed: 0, skipped: 0, isSuccess: false }],
])("%s", (_, steps, total) => {
  expect(countTests(steps)).toEqual(total);
});

test("the count line names passed and failed, never skipped", () => {
  expect(countLine({ passed: 12, failed: 1 })).toBe("12 passed, 1 failed");
});
