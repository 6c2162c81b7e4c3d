import type { Locator, Page } from "@playwright/test";
import { boxOf, drag } from "./support/mouse.ts";
import { savedFile } from "./support/saved-file.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

const entityOf = (page: Page, name: string): Locator =>
  page.getByTestId("domain-model-canvas").locator(".rv-entity").filter({ hasText: name }).first();

async function confirm(page: Page): Promise<void> {
  await page.getByRole("dialog").last().getByRole("button", { name: "OK", exact: true }).click();
}

async function addAttribute(page: Page, name: string, { type, value }: { type: string; value: string }) {
  await page.getByTestId("new-attribute").click();
  await expect(page.getByTestId("field-attribute-name")).toBeFocused();
  await page.keyboard.type(name);
  await page.getByTestId("field-attribute-type").click();
  await page.getByRole("option", { name: type, exact: true }).click();
  await page.getByTestId("field-attribute-default").fill(value);
  await page.keyboard.press("Enter");
}

const modelFile = "modules/MyFirstModule/domain-model.json";

test.describe("from nothing", () => {
  test.use({ template: "blank" });

  test("a domain model is drawn by mouse, and undone step by step", async ({ page, project }) => {
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await studio.explorer("MyFirstModule.DomainModel").dblclick();
    const canvas = page.getByTestId("domain-model-canvas");

    const { x, y, width, height } = await boxOf(canvas);
    await page.mouse.click(x + width / 3, y + height / 2, { button: "right" });
    await page.getByRole("menuitem", { name: "Add entity" }).click();
    await entityOf(page, "Entity").dblclick();
    await page.getByTestId("new-attribute").click();
    await expect(page.getByTestId("field-attribute-name")).toBeFocused();
    // As fast as a hand is: the second Esc is for the dialog that the first one showed again.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await entityOf(page, "Entity").dblclick();
    await expect(page.getByTestId("field-name")).toBeFocused();
    await page.keyboard.type("Customer");
    await addAttribute(page, "Age", { type: "Integer", value: "7" });
    await confirm(page);

    await page.getByRole("button", { name: "Add entity" }).click();
    await entityOf(page, "Entity").dblclick();
    await page.getByTestId("field-name").fill("Company");
    await page.getByRole("button", { name: "Select generalization" }).click();
    await expect(page.getByTestId("picker-search")).toBeFocused();
    await page.keyboard.type("Cust");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByText("From Customer")).toBeVisible();
    await confirm(page);

    const from = await boxOf(entityOf(page, "Company"));
    const to = await boxOf(entityOf(page, "Customer"));
    await drag(
      page,
      { x: from.x + from.width / 2, y: from.y + from.height },
      { x: to.x + to.width / 2, y: to.y + to.height / 2 },
    );
    await expect(canvas.getByText("Company_Customer")).toBeVisible();

    const { entities, associations } = await savedFile(page, project, modelFile);
    expect(entities).toMatchObject([
      { name: "Company", generalization: "MyFirstModule.Customer" },
      {
        name: "Customer",
        attributes: [{ name: "Age", attributeType: { kind: "integer" }, defaultValue: 7 }],
      },
    ]);
    expect(associations).toMatchObject([
      { owner: "MyFirstModule.Company", target: "MyFirstModule.Customer", multiplicity: "single" },
    ]);

    for (let step = 0; step < 5; step += 1) await page.keyboard.press("Control+Z");
    await expect(canvas.locator(".rv-entity")).toHaveCount(0);
    expect(await savedFile(page, project, modelFile)).toMatchObject({ entities: [], associations: [] });
  });

  test("the keyboard alone adds, opens, moves and deletes an entity", async ({ page, project }) => {
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await studio.explorer("MyFirstModule.DomainModel").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("domain-model-canvas").focus();
    await page.keyboard.press("Insert");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Ticket");
    await page.keyboard.press("Enter");
    await expect(entityOf(page, "Ticket")).toBeVisible();
    const before = await boxOf(entityOf(page, "Ticket"));
    await page.keyboard.press("Control+ArrowRight");
    await expect.poll(async () => (await boxOf(entityOf(page, "Ticket"))).x).toBeGreaterThan(before.x);
    await page.keyboard.press("Delete");
    await expect(entityOf(page, "Ticket")).toBeHidden();
  });
});

test.describe("with microflows that use it", () => {
  test.use({ modules: ["Shop"] });

  test("a new name shows its uses first, and is the name everywhere", async ({ page, project }) => {
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await studio.explorer("Shop.DomainModel").dblclick();
    await studio.node("shop.order").dblclick();
    await page.getByTestId("field-name").fill("Purchase");
    await expect(page.getByTestId("rename-usages").getByRole("listitem")).not.toHaveCount(0);
    await confirm(page);
    const flow = await savedFile(page, project, "modules/Shop/microflows/PriceOrder.json");
    expect(JSON.stringify(flow)).toContain("Shop.Purchase");
    expect(project.rivulet("check", project.folder)).toMatchObject({ code: 0 });
  });

  test("what is used is deleted only after a question, with its associations", async ({ page, project }) => {
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await studio.explorer("Shop.DomainModel").dblclick();
    await studio.node("shop.tag").click();
    await page.keyboard.press("Delete");
    await expect(studio.node("shop.tag")).toBeHidden();
    await studio.node("shop.order").click();
    await page.keyboard.press("Delete");
    await expect(page.getByRole("dialog").getByRole("listitem")).not.toHaveCount(0);
    await page.getByRole("button", { name: "Delete anyway" }).click();
    expect(await savedFile(page, project, "modules/Shop/domain-model.json")).toMatchObject({
      associations: [],
    });
  });
});
