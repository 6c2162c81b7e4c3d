import type { Journey } from "../journey.ts";
import { expect, test } from "../studio.ts";

/** Step 18 as it is corrected: the keys are constants of the configuration. */
async function setKeys({ page, dialog }: Journey): Promise<void> {
  await dialog.press("AccessKey");
  await page.getByTestId("field-AWSAuthentication.AccessKey").click();
  await page.keyboard.type("a-key");
  await page.getByTestId("set-secret-AWSAuthentication.SecretAccessKey").click();
  await dialog.field("secret").click();
  await page.keyboard.type("a-secret");
  await dialog.confirm("Save");
  await expect(page.getByTestId("constant-AWSAuthentication.SecretAccessKey")).toContainText("Replace value");
  await page.getByRole("tab", { name: "DS_ListTables" }).click();
}

/** Steps 16 to 22: the credentials and the request that ListTables is called with. */
export async function prepareRequestByMouse(journey: Journey): Promise<void> {
  const { page, studio, flow, dialog } = journey;
  const listTables = flow.element("ListTables");
  const credentials = flow.element("Get static credentials");
  const request = flow.element("Create object");

  await test.step("16: find GetStaticCredentials in the connection details", async () => {
    await studio.unfold("AWSAuthentication");
    await studio.unfold("AWSAuthentication/ConnectionDetails");
  });
  await test.step("17: drag it between start and ListTables", async () => {
    const activity = studio.explorer("AWSAuthentication.GetStaticCredentials");
    await flow.dragIn(activity, await flow.between(flow.element("Start"), listTables));
    await flow.fit();
  });
  await test.step("18: it takes no parameters but says where the keys are, and leads there", async () => {
    await credentials.dblclick();
    await setKeys(journey);
  });
  await test.step("19: ListTables > Credentials > Edit parameter value fills itself", async () => {
    await flow.fit();
    await listTables.dblclick();
    await dialog.editParameter("Credentials");
    await expect(dialog.field("variable")).toHaveValue("$Credentials");
    await dialog.confirm();
    await dialog.confirm();
  });
  await test.step("20: toolbox: Create object between credentials and ListTables", async () => {
    const activity = await flow.findInToolbox("create object", "Create object");
    await flow.dragIn(activity, await flow.between(credentials, listTables));
    await flow.fit();
  });
  await test.step("21: double-click it; entity ListTablesRequest", async () => {
    await request.dblclick();
    await dialog.pickEntity("entity", "ListTablesReq", "AmazonDynamoDBConnector.ListTablesRequest");
    await expect(dialog.field("output")).toHaveValue("NewListTablesRequest");
    await dialog.confirm();
  });
  await test.step("22: ListTables > ListTablesRequest > Edit parameter value fills itself", async () => {
    await listTables.dblclick();
    await dialog.editParameter("ListTablesRequest");
    await expect(dialog.field("variable")).toHaveValue("$NewListTablesRequest");
    await dialog.confirm();
    await dialog.confirm();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}
