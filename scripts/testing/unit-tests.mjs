import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../steps/checkout.mjs";
import { runTool } from "../steps/run-command.mjs";
import { readVitestReport } from "./reports.mjs";

/** Runs every Vitest test of the checkout. @returns {import("./count-line.mjs").TestStep} */
export function runUnitTests() {
  const report = join(checkout, "test-results/vitest.json");
  rmSync(report, { force: true });
  const exitCode = runTool("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return { name: "unit and integration", exitCode, ...readVitestReport(report) };
}
