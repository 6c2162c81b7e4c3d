import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

test.use({ template: "samples" });

/** What each sample shows on the sample tables, in an order in which they do not disturb each other. */
const runs: readonly (readonly [
  microflow: string,
  parameters: Readonly<Record<string, string>>,
  shown: readonly string[],
])[] = [
  ["ListTables", {}, ["Customers", "Orders", "Products"]],
  ["DescribeTable", { TableName: "Orders" }, ["CustomerId", "OrderDate"]],
  ["PutGetDeleteProduct", { Total: "12.50" }, ["12.5"]],
  ["PutGetDeleteOrder", { Total: "0.1" }, ["0.1"]],
  ["CountOrders", { PageSize: "2" }, ["5"]],
  ["FindExpensiveProducts", { From: "50", To: "100" }, ["Wool throw"]],
  ["ProductsPageByPage", { Paging: '{"PageSize": 2}' }, ["Oak desk lamp", "Wool throw"]],
  ["OrdersOfCustomer", { CustomerId: "C-1001" }, ["74.5", "259.8"]],
  ["FindCustomer", { CustomerId: "C-1003" }, ["Aiko Watanabe"]],
  ["FindCustomer", { CustomerId: "C-9999" }, ["Nobody has the number C-9999."]],
  [
    "DeleteOrderWithStatus",
    { CustomerId: "C-1002", OrderDate: "2026-10-28T07:01:00.000Z", Status: "Open" },
    ["false"],
  ],
  ["CopyTable", { From: "Products", To: "Products" }, ["3"]],
  ["CountVisit", { CustomerId: "C-1001" }, ["1"]],
  ["BatchWriteProducts", { Count: "130" }, ["130"]],
  ["NameOfProduct", { ProductId: "1129" }, ["Sample 129"]],
  ["BatchDeleteProducts", { Count: "130" }, ["130"]],
  ["BatchGetProducts", {}, ["10", "20"]],
];

test("every sample is opened in the studio and run as it is", async ({ page, project }) => {
  const files = readdirSync(join(project.folder, "modules/Samples/microflows"));
  const names = files
    .filter((file) => !file.endsWith(".layout.json"))
    .map((file) => file.replace(".json", ""));
  expect(names.toSorted()).toEqual([...new Set(runs.map(([microflow]) => microflow))].toSorted());

  const studio = new StudioPage(page);
  await page.goto(project.address);
  await studio.unfold("Samples");
  for (const [microflow, parameters, shown] of runs) {
    await test.step(`${microflow} ${JSON.stringify(parameters)}`, async () => {
      await studio.openDocument(`Samples.${microflow}`);
      await expect(page.getByTestId("problem-count")).toHaveText("No problems");
      await page.keyboard.press("F5");
      for (const [name, value] of Object.entries(parameters))
        await page.getByTestId(`field-${name}`).fill(value);
      if (Object.keys(parameters).length > 0) await page.getByTestId("run-with-parameters").click();
      await expect(studio.runStatus).toContainText(`Samples.${microflow}`);
      await expect(studio.runStatus).toContainText("Completed");
      for (const text of shown) await expect(page.getByTestId("run-result")).toContainText(text);
    });
  }
});

test("the page of the samples reads a table page by page", async ({ page, project }) => {
  const list = page.getByTestId("widget-list");
  const rows = list.getByRole("listitem");
  const more = (shown: number) => list.getByRole("button", { name: `Load more (${shown} shown)` });
  await test.step("all at once where one page holds everything", async () => {
    await page.goto(`${project.address}/app`);
    await expect(rows).toHaveCount(3);
    await expect(list.getByRole("button")).toBeHidden();
  });
  await test.step("else one page more at a click, and one only at two quick ones", async () => {
    await page.getByRole("button", { name: "Write 200 products" }).click();
    await expect(rows).toHaveCount(20);
    await more(20).dblclick();
    await expect(more(40)).toBeEnabled();
    await expect(rows).toHaveCount(40);
    const names = await rows.getByRole("heading").allTextContents();
    expect(new Set(names).size).toBe(40);
  });
  await test.step("what cannot be loaded leaves the rows that are there, and is tried again", async () => {
    await page.route("**/rows", (route) => route.abort(), { times: 1 });
    await more(40).focus();
    await page.keyboard.press("Enter");
    await expect(list.getByRole("alert")).toContainText("The server cannot be reached.");
    await expect(rows).toHaveCount(40);
    await expect(list.getByRole("button", { name: "Try again" })).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(rows).toHaveCount(60);
    await expect(more(60)).toBeFocused();
    await expect(list.getByRole("alert")).toBeHidden();
  });
  await test.step("the studio says that the list gives the microflow its place", async () => {
    const studio = new StudioPage(page);
    await page.goto(project.address);
    await studio.unfold("Samples");
    await studio.openDocument("Samples.Product_Overview");
    await page.getByTestId("widget-list").dblclick({ position: { x: 20, y: 12 } });
    await expect(page.getByTestId("field-argument-Paging")).toHaveValue("Given by the list");
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  });
});
