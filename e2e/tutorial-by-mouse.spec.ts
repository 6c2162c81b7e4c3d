import { tablesByBareSdk } from "./support/bare-sdk.ts";
import { beginJourney } from "./support/journey.ts";
import { expect, test } from "./support/studio.ts";
import { addEntityByMouse } from "./support/tutorial/entity-by-mouse.ts";
import { callListTablesByMouse } from "./support/tutorial/list-tables-by-mouse.ts";
import { returnNamesByMouse } from "./support/tutorial/names-by-mouse.ts";
import { addMenuItemByMouse, addPageByMouse } from "./support/tutorial/page-by-mouse.ts";
import { prepareRequestByMouse } from "./support/tutorial/request-by-mouse.ts";

test.use({ template: "blank" });

test("all 61 steps of the tutorial by mouse: the flow and the page show the tables that the bare SDK gives", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  const { studio } = journey;
  await addEntityByMouse(journey);
  await callListTablesByMouse(journey);
  await prepareRequestByMouse(journey);
  await returnNamesByMouse(journey);

  await test.step("F5 runs it", async () => {
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
    await page.keyboard.press("F5");
    await expect(studio.runStatus).toContainText("Completed");
  });
  const tables = await tablesByBareSdk(project.folder, "us-east-1");
  await test.step("the result equals that of the bare SDK", async () => {
    expect(tables.length).toBeGreaterThan(0);
    expect(await studio.resultColumn("TableName")).toEqual(tables);
  });

  await addPageByMouse(journey);
  await addMenuItemByMouse(journey);
  const application = await test.step("61: Run locally opens the application", async () => {
    await studio.explorer("Security").dblclick();
    await page.getByTestId("field-level-production").click();
    await page.getByRole("tab", { name: "Navigation" }).click();
    const opened = page.waitForEvent("popup");
    await page.keyboard.press("F5");
    return opened;
  });
  await test.step("the panel of the tutorial has a tick at every step", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
    await page.keyboard.type("tutorial");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("tutorial-progress")).toHaveText("61 of 61");
  });
  await test.step("the chosen role sees the real tables behind the item of the menu", async () => {
    await application.getByLabel("Try it as").selectOption("User");
    await application.getByRole("link", { name: "Tables" }).click();
    await expect(application.getByTestId("widget-listView1").getByRole("heading")).toHaveText(tables);
  });
  await test.step("another role sees no item, and is refused by address", async () => {
    await application.getByLabel("Try it as").selectOption("Administrator");
    await expect(application.getByRole("link", { name: "Tables" })).toBeHidden();
    await application.goto(`${project.address}/app/MyFirstModule.Table_Overview`);
    await expect(application.getByRole("alert")).toContainText("This page is not for you");
  });
});
