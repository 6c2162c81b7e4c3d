import type { Journey } from "../journey.ts";
import { expect, test } from "../studio.ts";

/** Steps 6 to 15: the microflow that calls ListTables in a region. */
export async function callListTablesByMouse(journey: Journey): Promise<void> {
  const { page, studio, flow, dialog } = journey;
  const start = flow.element("Start");
  const listTables = flow.element("ListTables");

  await test.step("6: right-click the module, Add microflow", async () => {
    await studio.explorer("MyFirstModule").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Add microflow" }).click();
  });
  await test.step("7: name it DS_ListTables, OK", async () => {
    await dialog.write("name", "DS_ListTables");
    await dialog.confirm();
    await expect(start).toBeVisible();
  });
  await test.step("8: find ListTables in the operations of the connector", async () => {
    await studio.unfold("AmazonDynamoDBConnector");
    await studio.unfold("AmazonDynamoDBConnector/Operations");
  });
  await test.step("9: drag ListTables onto the flow", async () => {
    await flow.dragIn(studio.treeItem("ListTables"), await flow.between(start, flow.element("End")));
    await expect(listTables).toBeVisible();
  });
  await test.step("10: allowed roles in the properties of the microflow", async () => {
    await page.getByTestId("pane-tab-properties").click();
    await flow.clickNowhere();
    await page.getByTestId("pane-properties").getByTestId("field-allowedRoles").click();
    await page.getByRole("option", { name: "User" }).click();
  });
  await test.step("11: double-click ListTables", async () => {
    await listTables.dblclick();
    await expect(dialog.top.getByTestId("parameter-table")).toBeVisible();
  });
  await test.step("12: Region > Edit parameter value > Expression", async () => {
    await dialog.editParameter("Region");
    await dialog.field("type").getByText("Expression").click();
  });
  await test.step("13: type ENUM_Region, Ctrl+Space", async () => {
    await dialog.field("expression").click();
    await page.keyboard.type("ENUM_Region");
    await page.keyboard.press("Control+Space");
  });
  await test.step("14: choose AWSAuthentication.ENUM_Region, type ., choose a region", async () => {
    await dialog.complete("AWSAuthentication.ENUM_Region");
    await page.keyboard.type(".us_ea");
    await dialog.complete("us_east_1");
    await expect(dialog.field("expression")).toHaveText("AWSAuthentication.ENUM_Region.us_east_1");
  });
  await test.step("15: OK, OK", async () => {
    await dialog.confirm();
    await dialog.confirm();
    await expect(listTables).toHaveAccessibleName(/us_east_1/);
  });
}
