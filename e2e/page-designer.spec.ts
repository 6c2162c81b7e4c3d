import type { Locator } from "@playwright/test";
import { beginJourney, type Journey } from "./support/journey.ts";
import { runCommand } from "./support/palette.ts";
import { expect, test } from "./support/studio.ts";

test.use({ template: "blank", modules: ["Stock"] });

/** Chooses what a picker field of the dialog in front holds. */
async function pickEntity({ dialog }: Journey, name: string): Promise<void> {
  await dialog.top
    .getByTestId("field-entity")
    .getByRole("button", { name: /^Select/ })
    .click();
  await dialog.top.getByTestId(`picker-${name}`).click();
  await dialog.press("Select");
}

/** Adds a page of a template to the module; the studio shows it. */
async function addPage(journey: Journey, name: string, template: string, entity?: string): Promise<void> {
  const { page, studio, dialog } = journey;
  await studio.explorer("Stock").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Add page" }).click();
  await dialog.write("name", name);
  await dialog.top.getByTestId(`template-${template}`).click();
  if (entity !== undefined) {
    await dialog.top.getByTestId("field-entity").fill(entity);
    await page.getByRole("option", { name: entity, exact: true }).click();
  }
  await dialog.confirm();
  await expect(page.getByTestId("page-design")).toBeVisible();
}

test("the outline of a page selects with it, and takes what is moved, nested, renamed and pasted", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  const { dialog } = journey;
  await addPage(journey, "Products", "list");
  await page.getByTestId("pane-tab-outline").click();
  const outline = page.getByTestId("page-outline");
  const rows = outline.getByRole("treeitem");
  const row = (name: string): Locator => page.getByTestId(`outline-${name}`);
  const names = () => rows.evaluateAll((all) => all.map((each) => each.dataset["testid"]?.slice(8)));
  const rest = ["listView1", "text3", "text4"];
  await test.step("it shows the widgets, and what is wrong with one", async () => {
    await expect.poll(names).toEqual(["Products", "container1", "text1", "text2", ...rest]);
    await expect(row("listView1").getByRole("img", { name: /^Problem: Data source/ })).toBeVisible();
  });
  await test.step("a click here selects there, and the other way round", async () => {
    await row("text2").click();
    await expect(page.getByTestId("widget-text2")).toHaveAttribute("aria-selected", "true");
    await page.getByTestId("widget-text1").click();
    await expect(row("text1")).toHaveAttribute("aria-selected", "true");
  });
  await test.step("keys walk, move, nest, rename, copy and delete", async () => {
    await outline.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect.poll(names).toEqual(["Products", "container1", "text2", "text1", ...rest]);
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(row("text1")).toHaveAttribute("aria-level", "2");
    await page.keyboard.press("Alt+ArrowRight");
    await expect(row("text1")).toHaveAttribute("aria-level", "3");
    await page.keyboard.press("F2");
    await dialog.write("name", "heading");
    await dialog.confirm("Rename");
    await expect(row("heading")).toHaveAttribute("aria-selected", "true");
    await outline.focus();
    await page.keyboard.press("Control+d");
    await expect(row("text1")).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("Control+x");
    await expect(row("text1")).toHaveCount(0);
    await row("listView1").click();
    await page.keyboard.press("Control+v");
    await expect(row("text1")).toHaveAttribute("aria-level", "3");
    await page.keyboard.press("Delete");
    await expect(row("text1")).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(row("text1")).toBeVisible();
  });
  await test.step("several are selected by Ctrl and Shift, here and there; each change of them is one step", async () => {
    await page.getByTestId("pane-tab-properties").click();
    await row("text3").click();
    await row("text4").click({ modifiers: ["Control"] });
    await expect(outline.getByRole("treeitem", { selected: true })).toHaveCount(2);
    await expect(page.getByTestId("pane-properties")).toContainText("2 widgets are selected");
    await page.keyboard.press("Delete");
    await expect(row("text3").or(row("text4"))).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await expect(row("text4")).toBeVisible();
    await page.getByTestId("widget-text2").click();
    await page.getByTestId("widget-heading").click({ modifiers: ["Shift"] });
    await page.keyboard.press("Control+d");
    await expect(rows).toHaveCount(10);
    await page.keyboard.press("Control+z");
    await expect(rows).toHaveCount(8);
  });
  await test.step("a row is dragged into another, and a part of the page folds", async () => {
    await row("text1").dragTo(row("container1"));
    await expect.poll(names).toEqual(["Products", "container1", "text2", "heading", "text1", ...rest]);
    await row("container1").click();
    await page.keyboard.press("ArrowLeft");
    await expect(row("text1")).toHaveCount(0);
    await page.getByTestId("widget-text1").click();
    await expect(row("text1")).toHaveAttribute("aria-selected", "true");
  });
});

test("an entity is shown on a page as a list or a form, with where its objects come from", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  const { studio, dialog } = journey;
  await addPage(journey, "Products", "blank");
  await test.step("dragged from the explorer it becomes a list of the microflow that fits", async () => {
    await page.getByTestId("explorer-Stock.DomainModel").locator(".rv-explorer-chevron").click();
    await studio.explorer("Stock.Product").dragTo(page.getByTestId("page-design"));
    await expect(dialog.top.getByTestId("field-source")).toHaveValue("Microflow Stock.DS_Products");
    await expect(dialog.top).toContainText("Its row shows ProductId, Name, Price, InStock.");
    await dialog.confirm("Add to the page");
    await expect(page.getByTestId("widget-listView1")).toHaveAttribute("aria-selected", "true");
    await expect(page.getByTestId("widget-listView1").getByRole("treeitem")).toHaveCount(4);
  });
  await test.step("by the palette it becomes a form, of a parameter that the page gets", async () => {
    await page.keyboard.press("Escape");
    await runCommand(page, "show an entity");
    await pickEntity(journey, "Stock.Product");
    await dialog.top.getByText("Form", { exact: true }).click();
    await expect(dialog.top.getByTestId("field-source")).toHaveValue(/^A new parameter Product/);
    await dialog.confirm("Add to the page");
    await expect(page.getByTestId("widget-dataView1").getByRole("treeitem")).toHaveCount(7);
    await page.keyboard.press("Control+z");
    await expect(page.getByTestId("widget-dataView1")).toHaveCount(0);
  });
  await test.step("a page that begins as a form of it is whole at once", async () => {
    await addPage(journey, "Product_Edit", "form", "Stock.Product");
    await expect(page.getByTestId("widget-dataView1").getByRole("treeitem")).toHaveCount(8);
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  });
  await test.step("its row in the explorer opens and renames it", async () => {
    await studio.explorer("Stock.Product").dblclick();
    await expect(studio.node("stock.product")).toBeVisible();
    await studio.explorer("Stock.Product").press("F2");
    await expect(dialog.top).toContainText("Rename entity Product");
    await dialog.write("name", "Article");
    await dialog.confirm("Rename");
    await expect(studio.explorer("Stock.Article")).toBeVisible();
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  });
});
