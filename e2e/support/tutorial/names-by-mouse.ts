import type { Journey } from "../journey.ts";
import { expect, test } from "../studio.ts";

/** Steps 23 to 37: the tables of the response, a list for their names, and a loop over them. */
async function walkTables({ flow, dialog }: Journey): Promise<void> {
  const retrieve = flow.element("Retrieve");
  const list = flow.element("Create list");
  const loop = flow.element("Loop");

  await test.step("23, 24: toolbox: Retrieve between ListTables and the end", async () => {
    const activity = await flow.findInToolbox("Retrieve object(s)", "Retrieve");
    await flow.dragIn(activity, await flow.between(flow.element("ListTables"), flow.element("End")));
    await flow.fit();
  });
  await test.step("25, 26: double-click it; Association > Select", async () => {
    await retrieve.dblclick();
    await dialog.press("Select");
  });
  await test.step("27: under the variable, Table_ListTablesResponse", async () => {
    await dialog.top.getByTestId("association-search").fill("ListTablesResponse");
    await dialog.top.getByTestId("association-ListTablesResponse-Table_ListTablesResponse").click();
  });
  await test.step("28: OK", async () => {
    await dialog.confirm();
    await expect(dialog.field("output")).toHaveValue("TableList");
    await dialog.confirm();
  });
  await test.step("29, 30: toolbox: Create list before the loop", async () => {
    const activity = await flow.findInToolbox("create list", "Create list");
    await flow.dragIn(activity, await flow.between(flow.element("Start"), flow.element("Get static")));
    await flow.fit();
  });
  await test.step("31 to 33: double-click it; entity DBTable", async () => {
    await list.dblclick();
    await dialog.pickEntity("entity", "DBT", "MyFirstModule.DBTable");
    await dialog.confirm();
  });
  await test.step("34, 35: toolbox: Loop before the end event", async () => {
    const activity = await flow.findInToolbox("loop", "Loop");
    await flow.dragIn(activity, await flow.between(retrieve, flow.element("End")));
    await flow.fit();
  });
  await test.step("36, 37: double-click the loop; iterate over TableList", async () => {
    await loop.dblclick();
    await dialog.choose("list", "$TableList");
    await expect(dialog.field("iterator")).toHaveValue("IteratorTable");
    await dialog.confirm();
  });
}

/** Steps 38 to 46: the body of the loop. */
async function fillLoop({ page, flow, dialog }: Journey): Promise<void> {
  const loop = flow.element("Loop");
  const newTable = flow.element("Create object").last();
  const changeList = flow.element("Change list");

  await test.step("38: toolbox: Create object into the loop", async () => {
    const activity = await flow.findInToolbox("create object", "Create object");
    await flow.dragIn(activity, await flow.insideLoop(loop));
    await expect(flow.element("Create object")).toHaveCount(2);
  });
  await test.step("39 to 41: double-click it; entity DBTable", async () => {
    await newTable.dblclick();
    await dialog.pickEntity("entity", "DBT", "MyFirstModule.DBTable");
  });
  await test.step("42, 43: New; member TableName", async () => {
    await dialog.press("New");
    await dialog.choose("member", "TableName (String)");
  });
  await test.step("44: $IteratorTable/TableName, OK", async () => {
    await dialog.field("value").click();
    await page.keyboard.type("$IteratorListTable/TableName");
    await expect(dialog.top).toContainText("$IteratorTable?");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("$Iter");
    await dialog.complete("$IteratorTable");
    await page.keyboard.type("/");
    await dialog.complete("TableName");
    await expect(dialog.field("value")).toHaveText("$IteratorTable/TableName");
    await dialog.confirm();
    await dialog.confirm();
  });
  await test.step("45: toolbox: Change list into the loop, right of Create object", async () => {
    const activity = await flow.findInToolbox("change list", "Change list");
    await flow.dragIn(activity, await flow.insideLoop(loop, newTable));
  });
  await test.step("46: type Add, value $NewDBTable", async () => {
    await changeList.dblclick();
    await expect(dialog.field("list")).toHaveValue("$DBTableList");
    await expect(dialog.field("operation")).toHaveValue("Add");
    await expect(dialog.field("value")).toHaveText("$NewDBTable");
    await dialog.confirm();
  });
}

/** Steps 23 to 48: the names of the tables as a list of DBTable, which the microflow returns. */
export async function returnNamesByMouse(journey: Journey): Promise<void> {
  const { page, flow, dialog } = journey;
  await walkTables(journey);
  await fillLoop(journey);
  await test.step("47: double-click the end: type List, entity DBTable", async () => {
    await flow.fit();
    await flow.element("End").dblclick();
    await dialog.choose("returnType", "List");
    await dialog.pickEntity("returnType-entity", "DBT", "MyFirstModule.DBTable");
    await dialog.confirm();
  });
  await test.step("48: right-click Create list > Set $DBTableList as return value", async () => {
    await flow.element("Create list").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Set $DBTableList as return value" }).click();
  });
}
