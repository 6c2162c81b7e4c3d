/**
 * What one test tool did. `exitCode` counts as well as the report: a tool may fail without naming a test.
 * @typedef {{ name: string, exitCode: number, passed: number, failed: number, skipped: number }} TestStep
 */

/**
 * Adds up test steps. A step that ended with a failure but names none counts as one failed test, so that a crash is
 * never a success.
 *
 * @param {readonly TestStep[]} steps
 * @returns {{ passed: number, failed: number, skipped: number, isSuccess: boolean }}
 * @example countTests([{ name: "unit", exitCode: 1, passed: 3, failed: 0, skipped: 0 }]) // 3 passed, 1 failed
 */
export function countTests(steps) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of steps) {
    total.passed += step.passed;
    total.failed += step.exitCode !== 0 && step.failed === 0 ? 1 : step.failed;
    total.skipped += step.skipped;
  }
  return { ...total, isSuccess: total.failed === 0 && total.passed > 0 };
}

/** The last line of `pnpm test`. @param {{ passed: number, failed: number }} total */
export function countLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
