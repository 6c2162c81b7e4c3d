import { MicroflowPage } from "../support/microflow-page.ts";
import { boxOf, middleOf, type Point } from "../support/mouse.ts";
import { expect } from "../support/studio.ts";
import { openPrices, type Screen, type Visit } from "./screen.ts";

const listTables = "MyFirstModule.DS_ListTables";

async function openDialog(visit: Visit, element: string): Promise<void> {
  await openPrices(visit);
  // Near its corner: in the middle of a loop stands something else.
  await visit.studio.node(`shop.price.${element}`).dblclick({ position: { x: 4, y: 4 } });
  await expect(visit.studio.page.getByTestId("element-dialog")).toBeVisible();
}

async function openListTables({ studio }: Visit): Promise<void> {
  await studio.openDocument(listTables);
  await studio.fit();
}

async function openParameters(visit: Visit): Promise<void> {
  await openListTables(visit);
  await visit.studio.node("ds-list-tables.list-tables").dblclick();
  await expect(visit.studio.page.getByTestId("parameter-table")).toBeVisible();
}

/** Drags an activity of the toolbox over a point of the canvas, and does not let go. */
async function holdOver({ studio: { page } }: Visit, words: string, label: string, to: Point): Promise<void> {
  const activity = await middleOf(await new MicroflowPage(page).findInToolbox(words, label));
  await page.mouse.move(activity.x, activity.y);
  await page.mouse.down();
  await page.mouse.move(to.x - 10, to.y, { steps: 6 });
  await page.mouse.move(to.x, to.y, { steps: 2 });
  await expect(page.locator("[data-drop-target], .rv-flow-drop")).toHaveCount(1);
}

/** A microflow: canvas, properties, and the dialogs of every kind of field. */
export const microflowScreens: readonly Screen[] = [
  {
    name: "microflow",
    isInDocumentation: true,
    reach: ({ studio }) => studio.openDocument(listTables),
  },
  {
    name: "microflow-properties",
    part: "[data-testid=pane-properties]",
    reach: async (visit) => {
      await openPrices(visit);
      await visit.studio.page.getByTestId("pane-tab-properties").click();
      await expect(visit.studio.page.getByTestId("field-allowedRoles")).toBeVisible();
    },
  },
  {
    name: "activity-properties",
    part: "[data-testid=pane-properties]",
    reach: async (visit) => {
      await openPrices(visit);
      await visit.studio.page.getByTestId("pane-tab-properties").click();
      await visit.studio.node("shop.price.save").click();
      await expect(visit.studio.page.getByTestId("field-caption")).toBeVisible();
    },
  },
  {
    name: "flow-properties",
    part: "[data-testid=pane-properties]",
    reach: async (visit) => {
      await openPrices(visit);
      await visit.studio.page.getByTestId("pane-tab-properties").click();
      await visit.studio.page.getByTestId("outcome-shop.price.kind-to-discount").click();
      await expect(visit.studio.page.getByTestId("field-outcome-Gold")).toBeVisible();
    },
  },
  ...["total", "loop", "add", "kind", "customer", "save", "log", "end", "level", "note"].map((element) => ({
    name: `dialog-${element}`,
    reach: (visit: Visit) => openDialog(visit, element),
  })),
  {
    name: "dialog-microflow-call",
    reach: async (visit) => {
      await visit.studio.openDocument("MyFirstModule.CountTables");
      await visit.studio.fit();
      await visit.studio.node("count-tables.tables").dblclick();
      await expect(visit.studio.page.getByTestId("element-dialog")).toBeVisible();
    },
  },
  { name: "dialog-parameters", isInDocumentation: true, reach: openParameters },
  {
    name: "dialog-parameter-value",
    reach: async (visit) => {
      await openParameters(visit);
      await visit.studio.page.getByTestId("field-Region").dblclick();
      await expect(visit.studio.page.getByTestId("field-expression")).toBeVisible();
    },
  },
  {
    name: "dialog-change-item",
    reach: async (visit) => {
      await openDialog(visit, "save");
      await visit.studio.page.getByTestId("new-change-item").click();
      await expect(visit.studio.page.getByTestId("field-member")).toBeVisible();
    },
  },
  {
    name: "dialog-select-association",
    reach: async (visit) => {
      await openDialog(visit, "customer");
      await visit.studio.page.getByTestId("field-association").getByRole("button").click();
      await expect(visit.studio.page.getByTestId("association-search")).toBeVisible();
    },
  },
  {
    name: "dialog-select-entity",
    reach: async (visit) => {
      await openListTables(visit);
      await visit.studio.node("ds-list-tables.request").dblclick();
      await visit.studio.page.getByTestId("field-entity").getByRole("button").click();
      await expect(visit.studio.page.getByTestId("picker-search")).toBeVisible();
    },
  },
  {
    name: "canvas-menu",
    reach: async (visit) => {
      await openPrices(visit);
      await visit.studio.node("shop.price.save").click({ button: "right" });
      await expect(visit.studio.page.getByTestId("context-menu")).toBeVisible();
    },
  },
  {
    name: "drag-onto-flow",
    part: "[data-testid=microflow-canvas]",
    reach: async (visit) => {
      await openListTables(visit);
      const flow = new MicroflowPage(visit.studio.page);
      const between = await flow.between(flow.element("Create list"), flow.element("ListTables"));
      await holdOver(visit, "log", "Log message", between);
    },
  },
  {
    name: "drag-into-loop",
    part: "[data-testid=microflow-canvas]",
    isInDocumentation: true,
    reach: async (visit) => {
      await openListTables(visit);
      const flow = new MicroflowPage(visit.studio.page);
      const { x, y, width, height } = await boxOf(flow.element("Loop"));
      await holdOver(visit, "log", "Log message", { x: x + width / 2, y: y + height - 16 });
    },
  },
  {
    name: "insert-on-flow",
    isInDocumentation: true,
    reach: async (visit) => {
      await visit.studio.openDocument(listTables);
      const { page } = visit.studio;
      await page.locator('[data-id="ds-list-tables.request-to-list"]').hover({ force: true });
      await page.getByTestId("insert-ds-list-tables.request-to-list").click();
      await page.keyboard.type("cr ob");
    },
  },
];
