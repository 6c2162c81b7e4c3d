import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { savedFile } from "./support/saved-file.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

test.use({ modules: ["Shop"] });

test("an enumeration gets a value with a caption, in its place", async ({ page, project }) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.explorer("Shop.Level").dblclick();
  await page.getByRole("button", { name: "Add value" }).click();
  await expect(page.getByRole("textbox", { name: "Name of Value" })).toBeFocused();
  await page.keyboard.type("Bronze");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Caption of Bronze" }).fill("Bronze, to begin with");
  for (let step = 0; step < 3; step += 1) await page.getByRole("button", { name: "Move Bronze up" }).click();
  const { values } = await savedFile(page, project, "modules/Shop/enumerations/Level.json");
  expect(values[0]).toEqual({ name: "Bronze", caption: "Bronze, to begin with" });
});

test("a constant has another value in a configuration, and a wrong one is told", async ({
  page,
  project,
}) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.unfold("Shop/Prices");
  await studio.explorer("Shop.DiscountRate").dblclick();
  const inAws = page.getByRole("textbox", { name: "Value in AWS" });
  await inAws.fill("a tenth");
  await expect(page.getByText("Write a number, such as 12.50.")).toBeVisible();
  await inAws.fill("0.25");
  await page.keyboard.press("Enter");
  const { configurations } = await savedFile(page, project, "rivulet.json");
  expect(configurations).toContainEqual({
    name: "AWS",
    kind: "aws",
    constants: { "Shop.DiscountRate": "0.25" },
  });
});

test("a configuration is added, made active, and used by runs", async ({ page, project }) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.explorer("Settings").dblclick();
  await page.getByRole("button", { name: "Add configuration" }).click();
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("Staging");
  await name.press("Enter");
  await page.getByTestId("field-region").fill("eu-central-1");
  await page.keyboard.press("Tab");
  const { configurations } = await savedFile(page, project, "rivulet.json");
  expect(configurations.at(-1)).toMatchObject({ name: "Staging", region: "eu-central-1" });
  await page.getByRole("button", { name: "Make active" }).click();
  await expect(page.getByTestId("configuration")).toContainText("Staging");
});

test("a secret has a value for all configurations and another for one, and shows neither", async ({
  page,
  project,
}) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.unfold("Shop");
  await studio.explorer("Shop.PaymentKey").dblclick();
  const give = async (place: string, value: string) => {
    await page.getByTestId(`set-secret-${place}`).click();
    await page.getByTestId("field-secret").fill(value);
    await page.keyboard.press("Enter");
  };
  const ofAll = page.getByTestId("secret-of-all");
  const ofAws = page.getByTestId("secret-of-AWS");
  await give("all", "the first hush");
  await expect(ofAll).toContainText("Set since");
  await expect(ofAws).toContainText("That of every configuration");
  await give("AWS", "another hush");
  await expect(ofAws).toContainText("Set since");
  await page.getByRole("button", { name: "Replace value: Every configuration" }).click();
  await page.getByTestId("field-secret").fill("the second hush");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(project.rivulet("secrets", "list", ".").output.match(/Shop\.PaymentKey/g)).toHaveLength(2);
  expect(await page.content()).not.toContain("hush");
  await page.getByRole("button", { name: "Remove: AWS" }).click();
  await expect(ofAws).toContainText("That of every configuration");
  await studio.explorer("Settings").dblclick();
  await expect(page.getByTestId("constant-Shop.PaymentKey")).toContainText("That of every configuration");
  expect(await readFile(join(project.folder, ".rivulet/secrets.json"), "utf8")).not.toContain("hush");
});

test("a user role holds a module role, and security is switched on", async ({ page, project }) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.explorer("Security").dblclick();
  await page.getByTestId("field-level-production").click();
  await page.getByRole("button", { name: "Add user role" }).click();
  await page.keyboard.type("Seller");
  await page.keyboard.press("Enter");
  await page.getByTestId("user-role-Seller").getByRole("combobox").click();
  await page.getByRole("option", { name: "Shop.Clerk" }).click();
  const { security } = await savedFile(page, project, "rivulet.json");
  expect(security).toMatchObject({ level: "production" });
  expect(security.userRoles).toContainEqual({ name: "Seller", moduleRoles: ["Shop.Clerk"] });
});
