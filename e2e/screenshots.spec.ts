import { join } from "node:path";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

const images = join(import.meta.dirname, "../docs/images");

// They are part of the documentation, so they are made anew only when somebody asks: RIVULET_SCREENSHOTS=1.
test.skip(process.env["RIVULET_SCREENSHOTS"] !== "1", "The images of the documentation are not asked for.");

for (const colorScheme of ["light", "dark"] as const) {
  test(`images of the studio, ${colorScheme}`, async ({ page, project }) => {
    const take = (name: string) => page.screenshot({ path: join(images, `${name}-${colorScheme}.png`) });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await studio.openDocument("MyFirstModule.DS_ListTables");
    await studio.run();
    await expect(studio.resultRows()).toHaveCount(3);
    await studio.fit();
    await studio.node("ds-list-tables.new-table").click();
    await expect(studio.variable("NewDBTable")).toBeVisible();
    await take("run-values");
    await studio.node("ds-list-tables.list").click();
    await page.keyboard.press("Delete");
    await page.getByTestId("problem-count").click();
    await expect(page.getByTestId("pane-problems").getByRole("listitem").first()).toBeVisible();
    await take("problems");
  });
}
