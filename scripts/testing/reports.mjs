import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} TestCounts */

/** A tool that wrote no report has run nothing that can be believed. */
const noReport = { passed: 0, failed: 1, skipped: 0 };

/**
 * Counts of Vitest's json report. A file that failed without a failed test (an import that throws) counts as one.
 *
 * @param {string} file
 * @returns {TestCounts}
 */
export function readVitestReport(file) {
  return readReport(file, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(failedWithoutTest).length,
    skipped: report.numPendingTests + report.numTodoTests,
  }));
}

/**
 * Counts of Playwright's json report. A flaky test passed on a retry: it counts as passed (retries are 0 by default).
 *
 * @param {string} file
 * @returns {TestCounts}
 */
export function readPlaywrightReport(file) {
  return readReport(file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

/** @param {string} file @param {(report: any) => TestCounts} count */
function readReport(file, count) {
  return existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : noReport;
}

/** @param {{ status: string, assertionResults: { status: string }[] }} result */
function failedWithoutTest({ status, assertionResults }) {
  return status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed");
}
