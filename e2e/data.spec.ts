import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

const images = join(import.meta.dirname, "../test-results/screens");

/** Judges the page in both themes; with images of both sizes where somebody asks for them. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
    if (process.env["RIVULET_SCREENSHOTS"] !== "all") continue;
    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(images, `${name}-${colorScheme}-${width}.png`) });
    }
  }
}

test("an item is found, added, changed against somebody else's change, used in a microflow and deleted", async ({
  page,
  project,
}) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await page.keyboard.press("Alt+i");
  await page.getByTestId("table-Orders").click();
  const rows = page.getByTestId("item-grid").locator("tbody tr");
  await expect(rows).toHaveCount(5);
  await expect(page.getByTestId("data-capacity")).toContainText("read unit");
  await look(page, "data");

  // A value of the partition key makes a query of the scan; the keyboard moves in what it finds.
  await page.getByTestId("field-partition-value").fill("C-1001");
  await page.getByTestId("field-partition-value").press("Enter");
  await expect(rows).toHaveCount(2);
  await rows.first().locator("td").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1).locator("td").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("item-dialog")).toBeVisible();
  await look(page, "data-item");
  await page.keyboard.press("Escape");

  // A new item, in plain JSON, with a number that JavaScript would round.
  const exact = "12345678901234567890123456789012345678";
  await page.getByTestId("table-Products").click();
  await expect(page.getByRole("heading", { name: "Products" })).toBeVisible();
  await page.getByTestId("add-item").click();
  await page.getByText("JSON", { exact: true }).click();
  await page.getByTestId("item-text").fill(`{"ProductId": 77, "Name": "Lamp", "Serial": ${exact}}`);
  await page.getByTestId("save-item").click();
  const lamp = page.getByTestId("item-77");
  await expect(lamp).toContainText(exact);

  // Somebody else changes it while it is open: nothing is written before it is decided which change counts.
  await lamp.getByRole("button", { name: "N 77" }).click();
  await page.getByTestId("value-Name").fill("Desk lamp");
  const item = (name: string) => ({ ProductId: { N: "77" }, Name: { S: name }, Serial: { N: exact } });
  const place = { configuration: "Embedded", region: "us_east_1" };
  const theirs = { ...item("Lamp"), Serial: { N: "42" }, Stock: { N: "3" } };
  const changed = await page.request.patch(`${project.address}/api/v1/tables/Products/items`, {
    data: { ...place, seen: item("Lamp"), wanted: theirs },
  });
  expect(changed.status()).toBe(200);
  await page.getByTestId("save-item").click();
  await expect(page.getByTestId("item-conflict")).toContainText("Different there: Serial, Stock");
  await look(page, "data-conflict");
  await page.getByTestId("conflict-mine").click();
  await page.getByTestId("save-item").click();
  await expect(lamp).toContainText("Desk lamp");
  await expect(lamp).toContainText("42");

  // Used in a microflow, which gets it; undo takes all of that back at once.
  await page.getByTestId("item-actions-77").click();
  await page.getByRole("menuitem", { name: "Use in a microflow" }).click();
  await page.getByTestId("field-microflow").fill("A new");
  await page.getByRole("option", { name: "A new microflow" }).click();
  await page.getByTestId("use-item").click();
  await expect(page.getByRole("tab", { name: "GetProducts" })).toBeVisible();
  await page.keyboard.press("F5");
  await expect(studio.runStatus).toContainText("Completed");
  await look(page, "data-used");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("tab", { name: "GetProducts" })).toBeHidden();

  await page.keyboard.press("Alt+i");
  await lamp.locator("td").first().focus();
  await page.keyboard.press("Delete");
  await page.getByTestId("delete-item").click();
  await expect(lamp).toBeHidden();

  // Another configuration has other tables; nobody outside is asked before somebody says so, and why not is said in words.
  await page.getByTestId("configuration").click();
  await page.getByRole("menuitem", { name: /^AWS/ }).click();
  await page.getByTestId("list-tables").click();
  await expect(page.getByTestId("data-page").getByRole("alert")).toContainText("has no keys");
  await look(page, "data-refused");
});
