import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPlaywrightReport, readVitestReport } from "./reports.mjs";

const folder = mkdtempSync(join(tmpdir(), "rivulet-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

function reportFile(content: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
const failedTest = { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] };
const failedFile = { status: "failed", assertionResults: [] };
const passedFile = { status: "passed", assertionResults: [{ status: "passed" }] };

test("a file that fails before its first test counts as one failed test", () => {
  const file = reportFile({ ...vitest, testResults: [failedTest, failedFile, passedFile] });
  expect(readVitestReport(file)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test("a journey that passes on a retry counts as passed", () => {
  const file = reportFile({ stats: { expected: 4, flaky: 1, unexpected: 2, skipped: 3 } });
  expect(readPlaywrightReport(file)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test.each([readVitestReport, readPlaywrightReport])("%o: a missing report is a failure", (read) => {
  expect(read(join(folder, "missing.json"))).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
