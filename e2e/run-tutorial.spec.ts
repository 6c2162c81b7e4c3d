import { readFile } from "node:fs/promises";
import { expectAccessible } from "./support/accessibility.ts";
import { chooseImport } from "./support/palette.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

const listTables = "MyFirstModule.DS_ListTables";

test("the tutorial runs: the path lights up, the tables are listed, each activity shows its values", async ({
  page,
  project,
}) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.openDocument(listTables);
  await expect(studio.node("ds-list-tables.list-tables")).toBeVisible();

  await studio.run();
  await expect(studio.runStatus).toContainText("Completed");
  await expect(studio.resultRows()).toHaveCount(3);
  await expect(studio.resultRows().first()).toContainText("Customers");
  await expect(page.getByTestId("run-mark-ds-list-tables.credentials")).toBeVisible();
  await expect(page.getByTestId("run-flow-ds-list-tables.start-to-credentials")).toBeAttached();

  await studio.fit();
  await studio.node("ds-list-tables.new-table").click();
  await expect(studio.variable("NewDBTable")).toContainText("MyFirstModule.DBTable");
  await expect(studio.variable("IteratorTable")).toContainText("unchanged");
  await expect(page.getByText("Execution 3 of 3")).toBeVisible();
});

test("parameters are asked for by type and remembered; F5 runs", async ({ page, project }) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.openDocument("MyFirstModule.CountTables");
  await page.keyboard.press("F5");
  await page.getByTestId("field-NamePart").fill("Orders");
  await page.keyboard.press("Enter");
  await expect(studio.runStatus).toContainText("Completed");
  await expect(page.getByTestId("run-result")).toContainText("1");
  await page.keyboard.press("F5");
  await expect(page.getByTestId("field-NamePart")).toHaveValue("Orders");
});

test.describe("in both themes", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${colorScheme}: a run is accessible`, async ({ page, project }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const studio = new StudioPage(page);
      await studio.open(project.address);
      await studio.openDocument(listTables);
      await studio.run();
      await expect(studio.resultRows()).toHaveCount(3);
      await studio.fit();
      await studio.node("ds-list-tables.retrieve").click();
      await expect(studio.variable("TableList")).toBeVisible();
      await expectAccessible(page);
    });
  }
});

test("a microflow is taken away as a file and brought back under a new name", async ({ page, project }) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.openDocument(listTables);
  await page.keyboard.press("Control+K");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type("Export DS_");
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`${listTables}.json`);

  const text = await readFile(await download.path(), "utf8");
  const other = JSON.stringify(JSON.parse(text)).replace("us_east_1", "us_west_2");
  const chooser = await chooseImport(page);
  await chooser.setFiles({
    name: "other.json",
    mimeType: "application/json",
    buffer: Buffer.from(other),
  });
  await page.getByTestId("import-with-new-names").click();
  await page.getByTestId("import-now").click();
  await expect(page.getByRole("tab", { name: /^DS_ListTables.+/ })).toBeVisible();
  await page.keyboard.press("Control+Z");
  await expect(page.getByRole("tab", { name: /^DS_ListTables.+/ })).toBeHidden();
});

test("a problem is found at once, blocks the run, and a click goes to it", async ({ page, project }) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.openDocument(listTables);
  await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  await studio.node("ds-list-tables.list").click();
  await page.keyboard.press("Delete");
  await expect(page.getByTestId("problem-count")).not.toHaveText("No problems");
  await page.keyboard.press("F5");
  await expect(studio.runStatus).toContainText("Did not start");
  await page.getByTestId("problem-count").click();
  await page.getByTestId("pane-problems").getByTestId("problem-unknown-variable").first().click();
  await expect(page.locator("[data-testid^=node-][data-selected]")).toHaveCount(1);
});

test("the panel of the tutorial ticks what is there, leads the way, and takes all away again with one undo", async ({
  page,
  project,
}) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  const panel = page.getByTestId("tutorial");
  const progress = page.getByTestId("tutorial-progress");
  await test.step("it is offered under the explorer; the last step is to run", async () => {
    await page.getByTestId("start-tutorial").click();
    await expect(progress).toHaveText("60 of 61");
    await expect(page.getByTestId("tutorial-already-built")).toBeVisible();
    await expect(page.getByTestId("tutorial-step-61")).toHaveAttribute("aria-current", "step");
    await page.getByTestId("tutorial-show").click();
    await expect(page.getByTestId("tutorial-ring")).toBeVisible();
    const opened = page.waitForEvent("popup");
    await page.getByTestId("run").click();
    await (await opened).close();
    await expect(progress).toHaveText("61 of 61");
    await expect(panel.getByRole("status")).toContainText("All steps are done");
  });
  await test.step("a reset says what goes, and undo brings it back", async () => {
    await page.getByTestId("tutorial-build").click();
    const dialog = page.getByRole("dialog");
    for (const part of [
      "Entity DBTable",
      "Microflow DS_ListTables",
      "Page Table_Overview",
      "Menu item Tables",
    ])
      await expect(dialog).toContainText(part);
    await expectAccessible(page, { part: "[role=dialog]" });
    await page.getByTestId("reset-tutorial").click();
    await expect(progress).toHaveText("0 of 61");
    await expect(page.getByTestId("tutorial-already-built")).toBeHidden();
    await expect(studio.explorer(listTables)).toBeHidden();
    await expect(page.getByRole("tab", { name: "gone" })).toHaveCount(0);
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
    await page.getByTestId("command-undo").click();
    await expect(progress).toHaveText("60 of 61");
    await page.keyboard.press("Control+y");
    await expect(progress).toHaveText("0 of 61");
  });
  await test.step("what is done in one go can be skipped; closed, the panel stays away until somebody asks for it", async () => {
    await page.getByTestId("tutorial-skip").click();
    await expect(page.getByTestId("tutorial-step-3")).toHaveAttribute("aria-current", "step");
    await page.getByRole("button", { name: "Close the tutorial" }).click();
    await expect(page.getByTestId("save-state")).toHaveText("Saved");
    await page.reload();
    await expect(studio.explorer("MyFirstModule")).toBeVisible();
    await expect(page.getByTestId("start-tutorial")).toBeHidden();
    await expect(panel).toBeHidden();
    await page.getByTestId("more-menu").click();
    await page.getByRole("menuitem", { name: "Tutorial" }).click();
    await expect(progress).toHaveText("0 of 61");
  });
});
