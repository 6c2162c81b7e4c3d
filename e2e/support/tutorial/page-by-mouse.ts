import type { Journey } from "../journey.ts";
import { expect, test } from "../studio.ts";

/** Steps 49 to 56: the page Table_Overview with its list, seen by the role User. */
export async function addPageByMouse({ page, studio, dialog }: Journey): Promise<void> {
  const list = page.getByTestId("widget-listView1");
  const properties = page.getByTestId("pane-properties");

  await test.step("49: Add page", async () => {
    await studio.explorer("MyFirstModule").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Add page" }).click();
  });
  await test.step("50: name it Table_Overview", async () => {
    await dialog.write("name", "Table_Overview");
  });
  await test.step("51: the template List", async () => {
    await dialog.top.getByTestId("template-list").click();
    await dialog.confirm();
    await expect(page.getByTestId("page-design")).toBeVisible();
  });
  await test.step("52: double-click the list view", async () => {
    await list.dblclick({ position: { x: 20, y: 12 } });
    await expect(properties.getByRole("heading", { name: "List view" })).toBeVisible();
  });
  await test.step("53, 54: data source Microflow, DS_ListTables", async () => {
    await properties.getByRole("button", { name: "Select microflow" }).click();
    await expect(dialog.top.getByTestId("picker-search")).toBeFocused();
    await dialog.top.getByTestId("picker-MyFirstModule.DS_ListTables").click();
    await dialog.press("Select");
  });
  await test.step("55: fill the list view from DBTable", async () => {
    await expect(dialog.top).toContainText("Fill the list view from DBTable?");
    await dialog.confirm("Fill");
    await expect(list).toContainText("TableName");
    await expect(list).not.toContainText("List item title");
  });
  await test.step("56: properties of the page, Visible for User", async () => {
    await page.getByTestId("page-design").click({ position: { x: 5, y: 5 } });
    await properties.getByTestId("field-visibleFor").click();
    await page.getByRole("option", { name: "User", exact: true }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  });
}

/** Steps 57 to 60: the item of the menu that leads to the page. */
export async function addMenuItemByMouse({ page, studio, dialog }: Journey): Promise<void> {
  await test.step("57: Navigation, New item", async () => {
    await studio.explorer("Navigation").dblclick();
    await page.getByTestId("new-menu-item").click();
  });
  await test.step("58: its caption", async () => {
    await page.keyboard.type("Tables");
    await page.keyboard.press("Enter");
  });
  await test.step("59: its icon", async () => {
    await page.getByRole("button", { name: "Icon of Tables" }).click();
    await page.getByRole("button", { name: "table", exact: true }).click();
  });
  await test.step("60: on click, the page", async () => {
    await page.getByRole("button", { name: "Select page of tables" }).click();
    await dialog.top.getByTestId("picker-MyFirstModule.Table_Overview").click();
    await dialog.confirm("Select");
    await expect(page.getByTestId("menu-item-Tables")).toContainText("MyFirstModule.Table_Overview");
  });
}
