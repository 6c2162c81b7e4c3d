import type { Locator } from "@playwright/test";
import { beginJourney, type Journey } from "./support/journey.ts";
import { expect, test } from "./support/studio.ts";

test.use({ template: "blank", modules: ["Stock"] });

/** Adds a page of a template to the module; the studio shows it. */
async function addPage({ page, studio, dialog }: Journey, name: string, template: string): Promise<void> {
  await studio.explorer("Stock").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Add page" }).click();
  await dialog.write("name", name);
  await dialog.top.getByTestId(`template-${template}`).click();
  await dialog.confirm("Create");
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
