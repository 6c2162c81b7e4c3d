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

/** Holds files back whose name begins like this, until they are let through. */
async function holdBack(page: Page, beginning: string) {
  let held = Promise.withResolvers<boolean>();
  await page.route(new RegExp(`/assets/${beginning}-.*\\.js$`), async (route) => {
    if (await held.promise) await route.continue();
    else await route.abort();
  });
  return {
    letThrough: () => held.resolve(true),
    refuse: () => held.resolve(false),
    again: () => {
      held = Promise.withResolvers();
    },
  };
}

test("what is typed while a dialog's code is on its way is typed into it", async ({ page, project }) => {
  const dialogs = await holdBack(page, "dialogs");
  const editor = await holdBack(page, "code-editor");
  const studio = await visit(page, project.address);
  const dialog = page.getByRole("dialog");
  const { keyboard } = page;
  const activity = studio.node("ds-list-tables.list");
  await studio.openDocument("MyFirstModule.DS_ListTables");
  await test.step("in its order, also into the dialog to which the first one leads", async () => {
    await activity.click();
    await keyboard.press("Control+K");
    await keyboard.press("Shift+N");
    await keyboard.type("ew enx");
    await keyboard.press("Backspace");
    await keyboard.type("tity");
    await keyboard.press("Enter");
    await keyboard.type("Order");
    dialogs.letThrough();
    await expect(dialog.getByTestId("field-name")).toHaveValue("Order");
    await keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  });
  await test.step("into the editor of an expression, which comes later still", async () => {
    await studio.node("ds-list-tables.end").dblclick();
    await dialog.locator(".rv-code").focus();
    await keyboard.press("Control+A");
    await keyboard.type("$List + 'xy");
    await keyboard.press("Backspace");
    editor.letThrough();
    await expect(dialog.locator(".cm-content")).toContainText("$List + 'x");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });
  await test.step("Esc closes what has not come yet, and no key does anything to the page below", async () => {
    await page.getByRole("tab", { name: "Properties" }).click();
    dialogs.again();
    await studio.open(project.address);
    await activity.dblclick();
    await keyboard.press("Delete");
    await keyboard.press("Escape");
    dialogs.letThrough();
    await expect(page.getByTestId("field-caption")).toBeVisible();
    await expect(dialog).toHaveCount(0);
    await expect(activity).toBeVisible();
  });
  await test.step("where the code does not come the page stays, and it can be tried again", async () => {
    dialogs.again();
    await studio.open(project.address);
    await keyboard.press("Control+K");
    await keyboard.type("x");
    dialogs.refuse();
    const failed = page.locator(".rv-empty-pane[data-over]");
    await expect(failed).toContainText("Your edits are safe.");
    await expect(activity).toBeVisible();
    dialogs.again();
    dialogs.letThrough();
    await failed.getByRole("button", { name: "Try again" }).click();
    await expect(dialog.getByRole("combobox")).toBeFocused();
  });
});
