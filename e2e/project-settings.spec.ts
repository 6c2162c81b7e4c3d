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
