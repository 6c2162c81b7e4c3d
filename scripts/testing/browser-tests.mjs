import { existsSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { checkout } from "../steps/checkout.mjs";
import { runCommand } from "../steps/run-command.mjs";
import { findChromium, playwrightCommand } from "./chromium.mjs";
import { readPlaywrightReport } from "./reports.mjs";

const journeys = join(checkout, "e2e");

/**
 * Runs the Playwright journeys of e2e/. They get RIVULET_CHROMIUM (the browser to use) and PORT (a free one, because
 * another checkout may hold a fixed one).
 *
 * @returns {Promise<import("./count-line.mjs").TestStep | undefined>} undefined while there are none
 */
export async function runBrowserTests() {
  if (!hasJourneys()) {
    process.stdout.write(
      "Browser tests: none yet (there is no *.spec.ts in e2e/), so they are passed over.\n",
    );
    return undefined;
  }
  const chromium = findChromium();
  if (chromium === undefined) {
    process.stdout.write("Browser tests: no Chromium could be had. Set RIVULET_CHROMIUM to one.\n");
    return { name: "browser", exitCode: 1, passed: 0, failed: 1, skipped: 0 };
  }
  process.stdout.write(`Browser tests: ${chromium.path} (${chromium.source})\n`);
  const report = join(checkout, "test-results/playwright.json");
  rmSync(report, { force: true });
  const playwright = [playwrightCommand(), "test", "--config", journeys, "--reporter=list,json"];
  const exitCode = runCommand(process.execPath, playwright, {
    environment: {
      RIVULET_CHROMIUM: chromium.path,
      PORT: String(await freePort()),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  });
  return { name: "browser", exitCode, ...readPlaywrightReport(report) };
}

/** Only the folder itself is looked at: links in its node_modules lead round and round. */
function hasJourneys() {
  return existsSync(journeys) && readdirSync(journeys).some((file) => file.endsWith(".spec.ts"));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
