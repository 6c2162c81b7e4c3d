import { runCommand } from "../support/palette.ts";
import { expect } from "../support/studio.ts";
import { openIn, type Screen, type Visit } from "./screen.ts";

const overview = "MyFirstModule.Table_Overview";

async function addTo(module: string, what: string, { studio }: Visit): Promise<void> {
  await studio.explorer(module).click({ button: "right" });
  await studio.page.getByRole("menuitem", { name: `Add ${what}` }).click();
  await expect(studio.page.getByTestId("field-name")).toBeVisible();
}

/** Pages, layouts and snippets, and the menu that leads to them. */
export const pageScreens: readonly Screen[] = [
  {
    name: "page-gallery",
    isInDocumentation: true,
    reach: async (visit) => {
      const { page } = visit.studio;
      await addTo("Shop", "page", visit);
      await page.getByTestId("field-name").fill("Order_Edit");
      await page.getByTestId("template-form").click();
      await page.getByTestId("field-entity").fill("Shop.Order");
      await page.getByRole("option", { name: "Shop.Order", exact: true }).click();
      await page.getByTestId("template-form").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "page-outline",
    isInDocumentation: true,
    part: ".rv-outline",
    reach: async ({ studio }) => {
      const { page } = studio;
      await studio.openDocument(overview);
      await page.getByTestId("pane-tab-outline").click();
      await page.getByTestId("pane-tab-properties").click();
      await page
        .getByTestId("page-outline")
        .getByRole("treeitem", { name: /List view/ })
        .click();
      await expect(page.getByTestId("properties")).toContainText("Data source");
    },
  },
  {
    name: "page-live-data",
    isInDocumentation: true,
    part: ".rv-editor",
    reach: async ({ studio }) => {
      const { page } = studio;
      await studio.openDocument(overview);
      await page.getByTestId("pane-tab-properties").click();
      await page.getByTestId("live-data").click();
      await page.getByTestId("run-live-data").click();
      const shown = page.getByTestId("live-page").contentFrame();
      await shown.getByRole("listitem").filter({ hasText: "Orders" }).click();
      await expect(page.getByTestId("field-content-argument-1")).toBeVisible();
    },
  },
  {
    name: "entity-on-page",
    reach: async ({ studio }) => {
      const { page } = studio;
      await studio.openDocument(overview);
      await expect(page.getByTestId("page-design")).toBeVisible();
      await runCommand(page, "show an entity");
      await expect(page.getByTestId("field-entity")).toBeVisible();
    },
  },
  {
    name: "layout-editor",
    isInDocumentation: true,
    changesProject: true,
    part: ".rv-editor",
    reach: async (visit) => {
      const { page } = visit.studio;
      await addTo("Shop", "layout", visit);
      await page.getByTestId("field-name").fill("Shop_Layout");
      await page.keyboard.press("Enter");
      await page.getByTestId("pane-tab-outline").click();
      await page
        .getByTestId("page-outline")
        .getByRole("treeitem", { name: /Region/ })
        .first()
        .click();
    },
  },
  {
    name: "menu-editor",
    isInDocumentation: true,
    changesProject: true,
    part: ".rv-editor",
    reach: async (visit) => {
      const { page } = visit.studio;
      await openIn(visit, "Navigation");
      await page.getByTestId("new-menu-item").click();
      await page.keyboard.type("Leave");
      await page.keyboard.press("Enter");
      await page.getByTestId("field-action-Leave").click();
      await page.getByRole("option", { name: "Sign out", exact: true }).click();
    },
  },
];
