// `pnpm test`: install, build, unit and integration tests, browser tests. The last line is `N passed, N failed`.
import { unsupportedNode } from "./steps/node-version.mjs";
import { prepare } from "./steps/prepare.mjs";
import { runBrowserTests } from "./testing/browser-tests.mjs";
import { countLine, countTests } from "./testing/count-line.mjs";
import { runUnitTests } from "./testing/unit-tests.mjs";

const message = unsupportedNode("test");
if (message !== undefined) process.stderr.write(`${message}\n`);
if (message !== undefined || !prepare()) finish({ passed: 0, failed: 1, skipped: 0, isSuccess: false });
else finish(countTests([runUnitTests(), await runBrowserTests()].filter((step) => step !== undefined)));

/** @param {ReturnType<typeof countTests>} total */
function finish(total) {
  if (total.skipped > 0) process.stdout.write(`${total.skipped} skipped\n`);
  process.stdout.write(`${countLine(total)}\n`);
  process.exitCode = total.isSuccess ? 0 : 1;
}
