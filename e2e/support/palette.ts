import { expect, type FileChooser, type Page } from "@playwright/test";

/** Runs what the palette finds first for these words, once it shows what it found. */
export async function runCommand(page: Page, words: string): Promise<void> {
  const palette = page.getByRole("dialog", { name: /commands/i });
  await page.keyboard.press("Control+K");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(words);
  await expect(palette.getByRole("combobox")).toHaveValue(words);
  await expect(palette.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
}

/** Asks for a file by the command Import; on a busy machine Playwright may miss that the browser asks, so it asks again. */
export async function chooseImport(page: Page): Promise<FileChooser> {
  let chooser: FileChooser | undefined;
  await expect(async () => {
    const choosing = page.waitForEvent("filechooser", { timeout: 4000 });
    choosing.catch(() => undefined);
    await runCommand(page, "import");
    chooser = await choosing;
  }).toPass({ timeout: 20_000 });
  if (!chooser) throw new Error("Nothing asked for a file.");
  return chooser;
}
