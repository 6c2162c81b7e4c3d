import type { Journey } from "../journey.ts";
import { middleOf } from "../mouse.ts";
import { expect, test } from "../studio.ts";

/** Steps 1 to 5: the entity DBTable with its attribute. */
export async function addEntityByMouse({ page, studio, dialog }: Journey): Promise<void> {
  const entity = page.getByTestId(/^node-/);
  const model = page.getByRole("application", { name: "Domain model" });

  await test.step("1: open the domain model", async () => {
    await studio.treeItem("Domain model").first().dblclick();
    await expect(model).toBeVisible();
  });
  await test.step("2: right-click the canvas, Add entity", async () => {
    const { x, y } = await middleOf(model);
    await page.mouse.click(x, y, { button: "right" });
    await page.getByRole("menuitem", { name: "Add entity" }).click();
  });
  await test.step("3: double-click the entity", async () => {
    await entity.dblclick();
  });
  await test.step("4: name it DBTable", async () => {
    await dialog.write("name", "DBTable");
  });
  await test.step("5: Attributes > New: TableName, String", async () => {
    await dialog.press("New");
    await dialog.write("attribute-name", "TableName");
    await expect(dialog.field("attribute-type")).toHaveValue("String");
    await dialog.confirm();
    await dialog.confirm();
    await expect(entity).toContainText("TableName");
  });
}
