import { defineConfig } from "@playwright/test";

const chromium = process.env["RIVULET_CHROMIUM"];

/** Flags for Chromium as root in a container, with everything switched off that would look for a network. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/browser",
  fullyParallel: false,
  // Two windows at once: most of the time of a test is waiting for a page.
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 720 },
    launchOptions: { args: flags, ...(chromium ? { executablePath: chromium } : {}) },
    actionTimeout: 15_000,
    trace: "retain-on-failure",
    reducedMotion: "reduce",
  },
});
