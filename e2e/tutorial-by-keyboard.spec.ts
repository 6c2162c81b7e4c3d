import { tablesByBareSdk } from "./support/bare-sdk.ts";
import { KeyboardDialog } from "./support/keyboard-dialog.ts";
import { KeyboardPage } from "./support/keyboard-page.ts";
import { MicroflowPage } from "./support/microflow-page.ts";
import { boxOf } from "./support/mouse.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

test("the tutorial's microflow is drawn, filled in, edited and run without a mouse", async ({
  page,
  project,
}) => {
  const keys = new KeyboardPage(page);
  const studio = new StudioPage(page);
  const flow = new MicroflowPage(page);
  const dialog = new KeyboardDialog(page, keys);
  const search = page.getByRole("combobox", { name: "Find an activity" });
  await keys.watchPointer();
  await studio.open(project.address);

  await test.step("a new microflow from the palette", async () => {
    await keys.command("new microflow");
    await expect(dialog.field("name")).toBeFocused();
    await keys.type("DS_Keys");
    await keys.press("Enter");
    await expect(flow.element("Start")).toBeVisible();
    await keys.press("F6", "Home");
    await expect(keys.selected).toHaveAccessibleName("Start");
  });
  await test.step("who may run it, in the properties of the microflow", async () => {
    await keys.press("Escape");
    await keys.command("show properties");
    await keys.goTo(page.getByTestId("pane-properties").getByTestId("field-allowedRoles"));
    await keys.press("ArrowDown");
    await keys.find("Us", "User");
    await expect(page.getByTestId("pane-properties")).toContainText("User");
    await keys.press("F6", "Home");
  });
  await test.step("activities one behind the other", async () => {
    await keys.press("+");
    for (const [words, label] of [
      ["cr li", "Create list"],
      ["static", "Get static credentials"],
      ["cr ob", "Create object"],
      ["listt", "ListTables"],
      ["retr", "Retrieve"],
      ["loop", "Loop"],
    ] as const) {
      await expect(search).toBeFocused();
      await keys.find(words, label);
    }
    await expect(search).toBeFocused();
    await keys.press("Escape");
    await expect(flow.canvas).toBeFocused();
  });
  await test.step("the list and the request get their entities", async () => {
    await keys.press("Home", "ArrowRight");
    await dialog.open();
    await dialog.pick("DBTable");
    await dialog.take();
    await keys.press("ArrowRight", "ArrowRight");
    await dialog.open();
    await dialog.pick("ListTablesReq");
    await dialog.take();
  });
  await test.step("static credentials say where their keys are, and take no parameters", async () => {
    await keys.press("ArrowLeft");
    await dialog.open();
    await expect(dialog.top).toContainText("AccessKey");
    await keys.press("Escape");
    await keys.press("ArrowRight");
  });
  await test.step("the parameters of ListTables", async () => {
    await keys.press("ArrowRight");
    await dialog.open();
    await keys.press("Enter");
    await expect(dialog.field("variable")).toHaveValue("$NewListTablesRequest");
    await dialog.take();
    await keys.goTo(dialog.field("Region"));
    await keys.press("Enter");
    await expect(dialog.field("expression")).toBeFocused();
    await keys.complete("ENUM_Region", "AWSAuthentication.ENUM_Region");
    await keys.complete(".us_ea", "us_east_1");
    await dialog.take();
    await keys.goTo(dialog.field("Credentials"));
    await keys.press("Enter");
    await expect(dialog.field("variable")).toHaveValue("$Credentials");
    await dialog.take();
    await dialog.take();
  });
  await test.step("the tables of the response, and a loop over them", async () => {
    await keys.press("ArrowRight");
    await dialog.open();
    await keys.press("Enter");
    await expect(dialog.top.getByTestId("association-search")).toBeFocused();
    await keys.type("ListTablesResponse");
    await keys.press("Enter");
    await expect(dialog.field("output")).toHaveValue("TableList");
    await dialog.take();
    await keys.press("ArrowRight");
    await dialog.open();
    await keys.find("$TableL", "$TableList");
    await expect(dialog.field("iterator")).toHaveValue("IteratorTable");
    await dialog.take();
  });
  await test.step("the body of the loop", async () => {
    await keys.press("Control+Enter");
    await keys.find("cr ob", "Create object");
    await expect(keys.selected).toHaveAccessibleName(/^Create object/);
    await expect(search).toBeFocused();
    await keys.press("Escape");
    await dialog.open();
    await dialog.pick("DBTable");
    await keys.goTo(dialog.top.getByTestId("new-change-item"));
    await keys.press("Enter");
    // One letter opens the list, and Enter takes what it marks.
    await keys.find("T", "TableName");
    await keys.press("Tab");
    await keys.complete("$Iter", "$IteratorTable");
    await keys.complete("/Table", "TableName");
    await dialog.take();
    await dialog.take();
    await keys.press("+");
    await keys.find("ch li", "Change list");
    await expect(search).toBeFocused();
    await keys.press("Escape");
    await expect(keys.selected).toHaveAccessibleName(/NewDBTable \$DBTableList/);
    await keys.press("Shift+Tab");
    await expect(keys.selected).toHaveAccessibleName(/^Loop/);
  });
  await test.step("the result, from the menu of the list", async () => {
    await keys.press("Home", "ArrowRight", "Shift+F10");
    await keys.goTo(page.getByRole("menuitem", { name: "Set $DBTableList as return value" }), "ArrowDown");
    await keys.press("Enter");
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  });
  await test.step("move, delete, connect, and all of it undone", async () => {
    await keys.press("ArrowRight");
    const credentials = flow.element("Get static credentials");
    const { y } = await boxOf(credentials);
    await keys.press("Control+ArrowDown", "Control+ArrowDown");
    await expect.poll(async () => (await boxOf(credentials)).y).toBeGreaterThan(y);
    await keys.press("Delete");
    await expect(credentials).toBeHidden();
    await keys.press("Home", "ArrowRight", "C");
    await keys.find("create ob", "Create object");
    await keys.press("F");
    await expect(page.locator(".react-flow__edge.selected")).toHaveCount(1);
    await keys.press("ArrowRight");
    await expect(keys.selected).toHaveAccessibleName(/^Create object/);
    await keys.press("Control+Z", "Control+Z", "Control+Z");
    await expect.poll(async () => (await boxOf(credentials)).y).toBe(y);
  });
  await test.step("F5 runs it, and the result equals that of the bare SDK", async () => {
    await keys.press("F5");
    await expect(studio.runStatus).toContainText("Completed");
    expect(await studio.resultColumn("TableName")).toEqual(
      await tablesByBareSdk(project.folder, "us-east-1"),
    );
    await keys.expectNoPointer();
  });
});
