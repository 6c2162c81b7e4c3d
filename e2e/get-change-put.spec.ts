import { createTableByBareSdk, itemByBareSdk } from "./support/bare-sdk.ts";
import { beginning } from "./support/beginning.ts";
import { KeyboardDialog } from "./support/keyboard-dialog.ts";
import { KeyboardPage } from "./support/keyboard-page.ts";
import { MicroflowPage } from "./support/microflow-page.ts";
import { boxOf } from "./support/mouse.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

test.use({ template: "blank", viewport: { width: 1920, height: 1080 } });

/** An order of the sample tables; it costs 74.50. */
const customerId = "C-1001";
const orderDate = "2026-11-03T14:40:00.000Z";
const orderKey = { CustomerId: { S: customerId }, OrderDate: { S: orderDate } };

// Twenty dialogs are filled by hand, one after the other.
test.setTimeout(180_000);

test("an item is got, changed and put: a missing key is told before, a condition that fails has its own path", async ({
  page,
  project,
}) => {
  const keys = new KeyboardPage(page);
  const studio = new StudioPage(page);
  const flow = new MicroflowPage(page);
  const dialog = new KeyboardDialog(page, keys);
  const search = page.getByRole("combobox", { name: "Find an activity" });
  const problemCount = page.getByTestId("problem-count");
  await studio.open(project.address);

  const createObject = async (entity: string, members: Readonly<Record<string, string>>) => {
    await keys.press("ArrowRight");
    await dialog.open();
    await dialog.pick(entity);
    for (const [member, value] of Object.entries(members)) await dialog.assign(member, value);
    await dialog.take();
  };
  /** One value of an item or a key. */
  const createText = (name: string, value: string, item: string) =>
    createObject("KeyValueString", {
      "Key (": `'${name}'`,
      StringValue: `'${value}'`,
      AbstractKey_AbstractItem: item,
    });
  const callOperation = async (request: string) => {
    await keys.press("ArrowRight");
    await dialog.open();
    await dialog.openParameter("Region");
    await keys.paste("AWSAuthentication.ENUM_Region.us_east_1");
    await dialog.take();
    for (const parameter of ["Credentials", request]) {
      await dialog.openParameter(parameter);
      await dialog.take();
    }
    await dialog.take();
  };
  const insert = async (activities: readonly (readonly [words: string, label: string])[]) => {
    await keys.press("+");
    for (const [words, label] of activities) await keys.find(words, label);
    await expect(search).toBeFocused();
    await keys.press("Escape");
    await expect(flow.canvas).toBeFocused();
  };
  const run = async () => {
    await page.getByTestId("pane-tab-problems").click();
    await expect(problemCount).toHaveText("No problems");
    await keys.press("F5");
    await expect(studio.runStatus).toContainText("Completed");
  };
  /** Gives a member another value. */
  const change = async (variable: string, member: string, value: string) => {
    await flow.element(`Create object, ${variable} =`).dblclick();
    await dialog.top.getByRole("row", { name: beginning(member) }).dblclick();
    await dialog.field("value").click();
    await keys.press("Control+A");
    await keys.paste(value);
    await dialog.take();
    await dialog.take();
  };

  await test.step("the activities, one behind the other", async () => {
    await keys.command("new microflow");
    await expect(dialog.field("name")).toBeFocused();
    await keys.type("AddToItem");
    await keys.press("Enter");
    await expect(flow.element("Start")).toBeVisible();
    await keys.press("F6", "Home");
    const object = ["cr ob", "Create object"] as const;
    await insert([
      ["static", "Get static credentials"],
      object,
      object,
      object,
      ["getitem", "GetItem"],
      ["get item v", "Get item value"],
      object,
      object,
      object,
      object,
      object,
      ["putitem", "PutItem"],
    ]);
  });
  await test.step("get: a request, an item, and of its key only the first part", async () => {
    await keys.press("Home", "ArrowRight");
    await createObject("GetItemRequest", { TableName: "'Orders'" });
    await createObject("GetItem", { GetItem_GetItemRequest: "$NewGetItemRequest" });
    await createText("CustomerId", customerId, "$NewGetItem");
    await callOperation("GetItemRequest");
  });
  await test.step("change: the value of one attribute", async () => {
    await keys.press("ArrowRight");
    await dialog.open();
    await dialog.openParameter("Item");
    await keys.find("$GetItemRe", "$GetItemResponse");
    await dialog.take();
    await dialog.openParameter("Attribute");
    await keys.type("'Total'");
    await dialog.take();
    await keys.goTo(dialog.field("type"));
    await keys.choose("Decimal");
    await dialog.take();
  });
  await test.step("put: a request with a condition, an item, its key and the changed value", async () => {
    await createObject("PutItemRequest", {
      TableName: "'Orders'",
      ConditionExpression: "'attribute_exists(CustomerId)'",
    });
    await createObject("PutItem", { PutItem_PutItemRequest: "$NewPutItemRequest" });
    await createText("CustomerId", customerId, "$NewPutItem");
    await createText("OrderDate", orderDate, "$NewPutItem");
    await createObject("KeyValueDecimal", {
      "Key (": "'Total'",
      DecimalValue: "$ItemValue + 1",
      AbstractKey_AbstractItem: "$NewPutItem",
    });
    await callOperation("PutItemRequest");
  });
  await test.step("before it runs the missing sort key is told by its name", async () => {
    await expect(problemCount).toHaveText("1 problem");
    await page.getByTestId("pane-tab-problems").click();
    await expect(page.getByTestId("problem-key-does-not-fit")).toContainText("no OrderDate, the sort key");
  });
  await test.step("with the sort key it runs, and the AWS SDK alone sees the change", async () => {
    await flow.fit();
    await flow.element("Create object, $NewKeyValueString =").click();
    await insert([["cr ob", "Create object"]]);
    await keys.press("ArrowLeft");
    await createText("OrderDate", orderDate, "$NewGetItem");
    await run();
    expect(await itemByBareSdk(project.folder, "Orders", orderKey)).toMatchObject({ Total: { N: "75.5" } });
  });
  await test.step("a flow of its own for the condition that fails", async () => {
    await flow.fit();
    const putItem = await boxOf(flow.element("PutItem"));
    const log = await flow.findInToolbox("log", "Log message");
    await flow.dragIn(log, { x: putItem.x + putItem.width / 2, y: putItem.y + 3 * putItem.height });
    await dialog.open();
    await keys.goTo(dialog.field("message"));
    await keys.type("'There is no such item.'");
    await dialog.take();
    await keys.press("+");
    await keys.find("end", "End");
    await keys.press("Escape");
    await flow.element("PutItem").click();
    await keys.press("C");
    await keys.find("log", "Log message");
    const answer = page.getByRole("menuitem", { name: "Condition failed" });
    await expect(page.getByRole("menu", { name: "What leads to Log message?" })).toBeVisible();
    await keys.goTo(answer, "ArrowDown");
    await keys.press("Enter");
    const outcome = flow.canvas.getByText("Condition failed");
    await expect(outcome).toBeAttached();
    await keys.press("Control+Z");
    await expect(outcome).not.toBeAttached();
    await flow.join(flow.element("PutItem"), flow.element("Log message"));
    await answer.click();
    await expect(outcome).toBeAttached();
  });
  await test.step("it is taken when the condition fails, and the item stays as it is", async () => {
    const before = await itemByBareSdk(project.folder, "Orders", orderKey);
    await change("$NewPutItemRequest", "ConditionExpression", "'attribute_not_exists(CustomerId)'");
    await run();
    await page.getByTestId("pane-tab-console").click();
    await expect(page.getByTestId("console")).toContainText("There is no such item.");
    expect(await itemByBareSdk(project.folder, "Orders", orderKey)).toEqual(before);
  });
  await test.step("a table whose key has one part: a sort key that is still there is told", async () => {
    await change("$NewGetItemRequest", "TableName", "'Customers'");
    await page.getByTestId("pane-tab-problems").click();
    await expect(page.getByTestId("problem-key-does-not-fit")).toContainText("no part of the key");
    await change("$NewPutItemRequest", "TableName", "'Customers'");
    await change("$NewPutItemRequest", "ConditionExpression", "'attribute_exists(CustomerId)'");
    for (const sortKey of ["$NewKeyValueString_3", "$NewKeyValueString_4"]) {
      await flow.element(`Create object, ${sortKey} =`).click();
      await keys.press("Control+Delete");
    }
  });
  await test.step("its item is got, changed and put by one key", async () => {
    await change("$NewKeyValueDecimal", "Key", "'CreditLimit'");
    await flow.element("Get item value").dblclick();
    await dialog.openParameter("Attribute");
    await dialog.field("expression").press("Control+A");
    await keys.paste("'CreditLimit'");
    await dialog.take();
    await dialog.take();
    await run();
    const key = { CustomerId: { S: customerId } };
    expect(await itemByBareSdk(project.folder, "Customers", key)).toMatchObject({
      CreditLimit: { N: "2501" },
    });
  });
  await test.step("an own table is offered once it is looked up, and its key is judged", async () => {
    await createTableByBareSdk(project.folder, "Ledger", "Account");
    await flow.element("Create object, $NewGetItemRequest =").dblclick();
    await dialog.top.getByRole("row", { name: beginning("TableName") }).dblclick();
    await dialog.top.getByTestId("look-up-tables").click();
    await dialog.top.getByTestId("known-names").click();
    await page.getByRole("option", { name: beginning("Ledger") }).click();
    await expect(dialog.field("value")).toHaveText("'Ledger'");
    await dialog.take();
    await dialog.take();
    await page.getByTestId("pane-tab-problems").click();
    const problem = page.getByTestId("problem-key-does-not-fit").filter({ hasText: "Ledger" });
    await expect(problem).toContainText("no Account, the partition key");
    await change("$NewGetItemRequest", "TableName", "'Legder'");
    await expect(page.getByTestId("problem-no-such-table")).toContainText("Legder");
  });
});
