import { defineConfig } from "@playwright/test";

const chromium = process.env["RIVULET_CHROMIUM"];

/**
 * What Chromium does without: the list behind its address bar, a page of its own that a new window loads for 0.6 s of a
 * core. Of lists of this kind the last one counts, so what Playwright itself switches off stands here again.
 */
const featuresOff = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** Flags for Chromium as root in a container, with everything switched off that would look for a network. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${featuresOff.join(",")}`,
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
    // Following every test costs a third of its time: a failure is looked at again with `--trace retain-on-failure`.
    trace: "off",
    screenshot: "only-on-failure",
    reducedMotion: "reduce",
  },
});
