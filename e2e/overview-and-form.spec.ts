import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { productByBareSdk } from "./support/bare-sdk.ts";
import { beginJourney, type Journey } from "./support/journey.ts";
import { pressUntilAnswer } from "./support/mouse.ts";
import { expect, test } from "./support/studio.ts";

test.use({ template: "blank", modules: ["Stock"] });

const images = join(import.meta.dirname, "../docs/images");

/** Images of the documentation, in both looks; made only when somebody asks (RIVULET_SCREENSHOTS, as every-screen.spec.ts). */
async function takeImages(page: Page, name: string): Promise<void> {
  if (process.env["RIVULET_SCREENSHOTS"] === undefined) return;
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(images, `${name}-${colorScheme}.png`) });
  }
}

/** Adds a page to the module; the studio shows it. */
async function addPage({ page, studio, dialog }: Journey, name: string, template: string): Promise<void> {
  await studio.explorer("Stock").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Add page" }).click();
  await dialog.write("name", name);
  await dialog.top.getByTestId(`template-${template}`).click();
  await dialog.confirm();
  await expect(page.getByTestId("page-design")).toBeVisible();
}

async function pick({ dialog }: Journey, field: Locator, name: string): Promise<void> {
  await field.getByRole("button", { name: /^Select/ }).click();
  await expect(dialog.top.getByTestId("picker-search")).toBeFocused();
  await dialog.top.getByTestId(`picker-${name}`).click();
  await dialog.press("Select");
}

/** Chooses what a click on the selected widget does. */
async function chooseAction({ page }: Journey, label: string): Promise<void> {
  const properties = page.getByTestId("pane-properties");
  await properties.getByTestId("field-onClick").click();
  await page.getByRole("option", { name: label, exact: true }).click();
}

/** A form in a pop-up for one product, whose button calls the microflow that writes it. */
async function buildForm(journey: Journey): Promise<void> {
  const { page, dialog } = journey;
  const properties = page.getByTestId("pane-properties");
  await addPage(journey, "Product_Edit", "blank");
  await test.step("the page is a pop-up that takes a product", async () => {
    await page.getByTestId("pane-tab-properties").click();
    await properties.getByTestId("field-title").fill("Product");
    await properties.getByTestId("field-layout").click();
    await page.getByRole("option", { name: "Pop-up over the page before" }).click();
    await properties.getByTestId("add-parameter").click();
    await pick(journey, properties.getByTestId("field-parameter-1-entity"), "Stock.Product");
    await expect(properties.getByTestId("field-parameter-1-name")).toHaveValue("Product");
  });
  await test.step("a data view of it is filled with inputs", async () => {
    await page.getByTestId("pane-tab-toolbox").click();
    await page.getByTestId("toolbox-item-dataView").dblclick();
    await page.getByTestId("widget-dataView1").dblclick({ position: { x: 20, y: 10 } });
    await properties.getByText("Page parameter", { exact: true }).click();
    await properties.getByTestId("field-source-parameter").click();
    await page.getByRole("option", { name: "Product", exact: true }).click();
    await expect(dialog.top).toContainText("Fill the data view from Product?");
    await dialog.confirm("Fill");
    await expect(page.getByTestId("widget-dataView1").getByRole("treeitem")).toHaveCount(7);
  });
  await test.step("the price is needed and positive; what names the product cannot be changed", async () => {
    for (const widget of ["textBox1", "textBox2"]) {
      await page.getByTestId(`widget-${widget}`).click();
      await properties.getByTestId("field-editable").click();
      await page.getByRole("option", { name: "Never" }).click();
    }
    await page.getByTestId("widget-textBox3").click();
    await properties.getByTestId("field-isRequired").check();
    await properties.getByTestId("field-validation").click();
    await page.getByRole("option", { name: "A positive number" }).click();
    await properties.getByTestId("field-format-groups").check();
    await expect(properties.getByTestId("field-format-example")).toHaveText("Example: 1,234,567.891");
  });
  await test.step("Save calls the microflow", async () => {
    await page.getByTestId("widget-button1").click();
    await chooseAction(journey, "Call a microflow");
    await pick(journey, properties.getByTestId("field-onClick-microflow"), "Stock.ACT_SaveProduct");
  });
}

/** Changes a file of the module, as an editor beside Rivulet does. */
async function editFile(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, "modules/Stock", file);
  const before = await readFile(path, "utf8");
  const after = change(before);
  expect(after, "the edit changes something").not.toBe(before);
  await writeFile(path, after);
}

/** A page without one of its widgets. */
function withoutWidget(name: string): (text: string) => string {
  return (text) => {
    const document = JSON.parse(text) as { widgets: { name: string }[] };
    return JSON.stringify({ ...document, widgets: document.widgets.filter((each) => each.name !== name) });
  };
}

/** The list of products; a click on one opens the form. */
async function buildOverview(journey: Journey): Promise<void> {
  const { page, dialog } = journey;
  const properties = page.getByTestId("pane-properties");
  await addPage(journey, "Product_Overview", "list");
  for (const [widget, words] of [
    ["text1", "Products"],
    ["text2", "What the shop sells. Choose one to change it."],
  ] as const) {
    await page.getByTestId(`widget-${widget}`).click();
    await properties.getByTestId("field-content").fill(words);
  }
  await page.getByTestId("widget-listView1").dblclick({ position: { x: 20, y: 12 } });
  await properties.getByRole("button", { name: "Select microflow" }).click();
  await dialog.top.getByTestId("picker-Stock.DS_Products").click();
  await dialog.press("Select");
  await expect(dialog.top).toContainText("Fill the list view from Product?");
  await dialog.confirm("Fill");
  await chooseAction(journey, "Show a page");
  await pick(journey, properties.getByTestId("field-onClick-page"), "Stock.Product_Edit");
  await page.getByTestId("widget-listView1").getByRole("treeitem").filter({ hasText: "Price" }).click();
  await properties.getByTestId("field-content-argument-1-decimals").fill("2");
  await expect(properties.getByTestId("field-content-argument-1-example")).toHaveText("Example: 1234567.89");
  await expect(page.getByTestId("problem-count")).toHaveText("No problems");
}

test("an overview and a form over the items of a table, built in the studio, change one of them", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  await test.step("the form", () => buildForm(journey));
  await test.step("the overview", () => buildOverview(journey));
  await page.keyboard.press("Control+s");
  await expect(page.getByTestId("save-state")).toHaveText("Saved");

  await page.goto(`${project.address}/app/Stock.Product_Overview`);
  const list = page.getByTestId("widget-listView1");
  const form = page.getByRole("dialog", { name: "Product" });
  const row = list.getByRole("listitem").filter({ hasText: "Linen notebook" });
  await test.step("a click on a row opens its product", async () => {
    await expect(row).toContainText("Price: 15.50");
    await takeImages(page, "app-overview");
    await row.click();
    await expect(form.getByLabel("Name")).toHaveValue("Linen notebook");
    await expect(form.getByLabel("Name")).not.toBeEditable();
    await expect(form.getByLabel("Price")).toHaveValue("15.5");
    await expectAccessible(page);
  });
  const price = form.getByLabel("Price");
  const save = form.getByRole("button", { name: "Save" });
  await test.step("what is no price is told at its input, and nothing is written", async () => {
    await price.fill("fifteen");
    await save.click();
    await expect(price).toHaveAccessibleDescription(
      "Write a number, with a point before its fraction, such as 12.50.",
    );
    await expect(price).toHaveValue("fifteen");
    await price.fill("-1");
    await price.press("Enter");
    await expect(price).toHaveAccessibleDescription("Write a number greater than 0.");
  });
  await test.step("so is what the microflow refuses", async () => {
    await price.fill("0.5");
    await save.click();
    await expect(price).toHaveAccessibleDescription("Nothing is sold for less than 1.");
    await takeImages(page, "app-form");
    expect((await productByBareSdk(project.folder, 30)).Price).toBe("15.5");
  });
  const digits = "12345678901234567890.123456789012345678";
  const shownDigits = "12,345,678,901,234,567,890.123456789012345678";
  await test.step("the form is saved: the table has the new price to its last digit, the list as it is told to show it", async () => {
    await price.fill(digits);
    const inStock = form.getByLabel("In stock");
    await pressUntilAnswer(page, inStock);
    await expect(inStock).toBeChecked();
    await expect(price).not.toHaveAccessibleDescription(/./);
    await save.click();
    await expect(form).toBeHidden();
    await expect(page.getByRole("status").filter({ hasText: "Linen notebook is saved." })).toBeVisible();
    await expect(row).toContainText("Price: 12345678901234567890.12");
    expect(await productByBareSdk(project.folder, 30)).toMatchObject({ Price: digits, InStock: true });
    await expectAccessible(page);
  });
  await test.step("what is typed and not sent yet stays while the project changes", async () => {
    await row.click();
    await price.fill("7");
    const isStill = async () => {
      await expect(price).toHaveValue("7");
      await expect(price).toBeFocused();
    };
    const edit = (file: string, change: (text: string) => string) => editFile(project.folder, file, change);
    await edit("pages/Product_Edit.json", (text) => text.replace('"Save"', '"Save it"'));
    await expect(form.getByRole("button", { name: "Save it" })).toBeVisible();
    await isStill();
    await edit("domain-model.json", (text) =>
      text.replace(
        '"attributes": [',
        '"attributes": [{ "id": "n", "name": "New", "attributeType": { "kind": "string" } },',
      ),
    );
    await edit("pages/Product_Edit.json", (text) => text.replace('"Save it"', '"Save all"'));
    await expect(form.getByRole("button", { name: "Save all" })).toBeVisible();
    await isStill();
    await edit("pages/Product_Edit.json", withoutWidget("textBox2"));
    await expect(form.getByLabel("Name")).toBeHidden();
    await isStill();
  });
  await test.step("what is cancelled is kept nowhere", async () => {
    await form.getByRole("button", { name: "Cancel" }).click();
    await expect(form).toBeHidden();
    await expect(row).toContainText("Price: 12345678901234567890.12");
    expect((await productByBareSdk(project.folder, 30)).Price).toBe(digits);
  });
  await test.step("a page whose entity is deleted says so, and the rest of the application goes on", async () => {
    await row.click();
    await expect(price).toHaveValue(shownDigits);
    await editFile(project.folder, "domain-model.json", (text) => {
      const model = JSON.parse(text) as { entities: { name: string }[] };
      return JSON.stringify({ ...model, entities: model.entities.filter(({ name }) => name !== "Product") });
    });
    await expect(form).toBeHidden();
    await expect(page.getByTestId("message")).toContainText(
      'The page "Product" showed an object of Stock.Product, and this entity was deleted.',
    );
  });
});
