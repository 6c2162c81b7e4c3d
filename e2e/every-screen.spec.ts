import { join } from "node:path";
import type { BrowserContext, Page } from "@playwright/test";
import { documentScreens } from "./screens/document-screens.ts";
import { explorerScreens } from "./screens/explorer-screens.ts";
import { microflowScreens } from "./screens/microflow-screens.ts";
import { pageScreens } from "./screens/page-screens.ts";
import { paneScreens } from "./screens/pane-screens.ts";
import type { Screen } from "./screens/screen.ts";
import { shellScreens } from "./screens/shell-screens.ts";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, type RunningProject, test, withProject } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

const areas: Readonly<Record<string, readonly Screen[]>> = {
  explorer: explorerScreens,
  documents: documentScreens,
  microflows: microflowScreens,
  pages: pageScreens,
  panes: paneScreens,
  shell: shellScreens,
};

/**
 * Both themes and both sizes. Axe judges all once; in the other theme only the colours can be others, in the other size
 * only what has no room. The last look is there for its image.
 */
const looks = [
  { colorScheme: "light", width: 1280, height: 720, judges: "all" },
  { colorScheme: "dark", width: 1280, height: 720, judges: "color-contrast" },
  { colorScheme: "dark", width: 1920, height: 1080, judges: undefined },
  { colorScheme: "light", width: 1920, height: 1080, judges: undefined },
] as const;

/** What stands over everything: then only that is new on the screen. */
const over = "[role=dialog], [role=menu]";

/**
 * Images are made only when somebody asks: RIVULET_SCREENSHOTS=1 those of the documentation, RIVULET_SCREENSHOTS=all
 * besides every screen in every look, into the folder of test results.
 */
const images = process.env["RIVULET_SCREENSHOTS"];
const documentationImages = join(import.meta.dirname, "../docs/images");
const allImages = join(import.meta.dirname, "../test-results/screens");

async function takeImage(page: Page, { name, isInDocumentation }: Screen, look: (typeof looks)[number]) {
  const { colorScheme, width } = look;
  if (images === "all")
    await page.screenshot({ path: join(allImages, `${name}-${colorScheme}-${width}.png`) });
  if (images !== undefined && isInDocumentation && width === 1280)
    await page.screenshot({ path: join(documentationImages, `${name}-${colorScheme}.png`) });
}

/** Nothing scrolls sideways (design look.md, "Frame"). */
async function expectToFit(page: Page): Promise<void> {
  const { wanted, given } = await page.evaluate(() => ({
    wanted: document.documentElement.scrollWidth,
    given: document.documentElement.clientWidth,
  }));
  expect(wanted).toBeLessThanOrEqual(given);
}

/** Waits for colours that are on their way to those of another look; what turns for ever is left turning. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === "running" && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

async function lookAt(page: Page, screen: Screen): Promise<void> {
  const part = (await page.locator(over).count()) > 0 ? over : screen.part;
  for (const each of images === "all" ? looks : looks.slice(0, -1)) {
    const { colorScheme, width, height, judges } = each;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height });
    await expectToFit(page);
    await settle(page);
    if (judges) await expectAccessible(page, { part, rule: judges === "all" ? undefined : judges });
    await takeImage(page, screen, each);
  }
}

/** Forgets what the studio keeps in the browser, so that every screen begins like the first. */
async function forget(page: Page, { address }: RunningProject): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", {
    origin: address,
    storageTypes: "local_storage,indexeddb",
  });
}

/** Goes to a screen in a page of its own, and looks at it; fails when the browser had something to complain about. */
async function visit(context: BrowserContext, screen: Screen, project: RunningProject): Promise<void> {
  await using page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", ({ message }) => errors.push(message));
  const studio = new StudioPage(page);
  await forget(page, project);
  await studio.open(project.address);
  await screen.reach({ studio, project });
  await lookAt(page, screen);
  expect(errors.filter((error) => !screen.expectedErrors?.test(error))).toEqual([]);
}

// Seventy screens, each in a page of its own: minutes, where a second test takes its share of the machine.
test.describe.configure({ mode: "parallel", timeout: 420_000 });
test.use({ modules: ["Shop"] });

for (const [area, screens] of Object.entries(areas)) {
  test(`every screen of the ${area} is accessible and quiet in both themes and sizes`, async ({
    browser,
    project,
    template,
    modules,
  }) => {
    // One cache for all of them: the studio's files are read and compiled once.
    await using context = await browser.newContext({ viewport: looks[0], reducedMotion: "reduce" });
    const failures: string[] = [];
    for (const screen of screens) {
      const visited = screen.changesProject
        ? withProject({ template, modules }, (own) => visit(context, screen, own))
        : visit(context, screen, project);
      // The other screens are looked at all the same: one run tells of all that is wrong.
      await visited.catch((error: unknown) => failures.push(`${screen.name}: ${String(error)}`));
    }
    expect(failures).toEqual([]);
  });
}
