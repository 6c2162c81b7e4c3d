import type { Page } from "@playwright/test";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

/** Writes down in which theme each frame is drawn. As text: it runs before the page's own scripts. */
const watchFrames = `
  window.themesOfFrames = new Set();
  const look = () => {
    window.themesOfFrames.add(document.documentElement.dataset.mantineColorScheme ?? "none");
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

/** A new visit of someone who once chose the dark theme, on a light system, over a slow line. */
async function visit(page: Page, address: string): Promise<StudioPage> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.addInitScript(() => localStorage.setItem("mantine-color-scheme-value", "dark"));
  await page.addInitScript(watchFrames);
  await page.route(/\/assets\/libraries-.*\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    await route.continue();
  });
  const studio = new StudioPage(page);
  await studio.open(address);
  return studio;
}

test("no frame is drawn in another theme than the one that was chosen", async ({ page, project }) => {
  await visit(page, project.address);
  const themes = await page.evaluate("[...window.themesOfFrames]");
  expect(themes).toEqual(["dark"]);
});

test("a dialog whose code is still on its way keeps the keys to itself", async ({ page, project }) => {
  const code = Promise.withResolvers<void>();
  await page.route(/\/assets\/dialogs-.*\.js$/, async (route) => {
    await code.promise;
    await route.continue();
  });
  const studio = await visit(page, project.address);
  await studio.openDocument("MyFirstModule.DS_ListTables");
  const activity = studio.node("ds-list-tables.list");
  await activity.click();
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Delete");
  code.resolve();
  const search = page.getByRole("dialog").getByRole("combobox");
  await expect(search).toBeFocused();
  await page.keyboard.type("keyboard");
  await expect(search).toHaveValue("keyboard");
  await expect(activity).toBeVisible();
});
