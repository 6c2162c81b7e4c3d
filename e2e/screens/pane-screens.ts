import { expect } from "../support/studio.ts";
import { openPrices, type Screen, type Visit } from "./screen.ts";

const listTables = "MyFirstModule.DS_ListTables";

async function runListTables({ studio }: Visit): Promise<void> {
  await studio.openDocument(listTables);
  await studio.run();
  await expect(studio.resultRows()).toHaveCount(3);
  await studio.fit();
}

async function showPane({ studio }: Visit, pane: string): Promise<void> {
  await studio.page.getByTestId(`pane-tab-${pane}`).click();
  await expect(studio.page.getByTestId(`pane-${pane}`)).toBeVisible();
}

async function runPrices(visit: Visit): Promise<void> {
  await openPrices(visit);
  const { page } = visit.studio;
  await page.keyboard.press("F5");
  await page
    .getByTestId("field-Order")
    .fill('{ "$entity": "Shop.Order", "$id": "1", "Number": 7, "Total": "0", "IsPaid": false }');
  await page
    .getByTestId("field-Lines")
    .fill('[{ "$entity": "Shop.OrderLine", "$id": "2", "Product": "Tea", "Amount": 3, "Price": "4.50" }]');
  await page.getByTestId("field-Level").click();
  await page.getByRole("option", { name: "Gold" }).click();
}

/** The panes: toolbox, problems, run, console and documentation, and where they stand. */
export const paneScreens: readonly Screen[] = [
  {
    name: "toolbox-search",
    part: "[data-testid=pane-toolbox]",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("pane-toolbox").getByLabel("Search activities").fill("cr ob");
      await expect(page.getByTestId("toolbox-item-createObject")).toBeVisible();
    },
  },
  {
    name: "problems-with-warning",
    part: "[data-testid=pane-problems]",
    reach: (visit) => showPane(visit, "problems"),
  },
  {
    name: "problems",
    part: "[data-testid=pane-problems]",
    changesProject: true,
    isInDocumentation: true,
    reach: async (visit) => {
      const { studio } = visit;
      await studio.openDocument(listTables);
      await studio.fit();
      await studio.node("ds-list-tables.list").click();
      await studio.page.keyboard.press("Delete");
      await showPane(visit, "problems");
      await expect(studio.page.getByTestId("problem-unknown-variable").first()).toBeVisible();
    },
  },
  { name: "run-nothing-yet", part: "[data-testid=pane-run]", reach: (visit) => showPane(visit, "run") },
  { name: "run-result", part: "[data-testid=pane-run]", reach: runListTables },
  {
    name: "run-values",
    part: "[data-testid=pane-run]",
    isInDocumentation: true,
    reach: async (visit) => {
      await runListTables(visit);
      await visit.studio.node("ds-list-tables.new-table").click();
      await expect(visit.studio.variable("NewDBTable")).toBeVisible();
    },
  },
  {
    name: "run-history",
    part: "[data-testid=pane-run]",
    reach: async (visit) => {
      await runListTables(visit);
      await visit.studio.page.getByTestId("run-tab-runs").click();
    },
  },
  {
    name: "run-refused",
    expectedErrors: /status of 422/,
    part: "[data-testid=pane-run]",
    changesProject: true,
    reach: async (visit) => {
      const { studio } = visit;
      await studio.openDocument(listTables);
      await studio.fit();
      await studio.node("ds-list-tables.list").click();
      await studio.page.keyboard.press("Delete");
      await studio.page.keyboard.press("F5");
      await expect(studio.runStatus).toContainText("Did not start");
    },
  },
  {
    name: "run-failed",
    part: "[data-testid=pane-run]",
    reach: async (visit) => {
      await runPrices(visit);
      const { page, runStatus } = visit.studio;
      await page
        .getByTestId("field-Lines")
        .fill('[{ "$entity": "Shop.OrderLine", "$id": "2", "Amount": 3, "Price": null }]');
      await page.getByTestId("run-with-parameters").click();
      await expect(runStatus).toContainText("Failed");
    },
  },
  { name: "run-parameters", reach: runPrices },
  {
    name: "run-parameters-missing",
    reach: async (visit) => {
      await openPrices(visit);
      await visit.studio.page.keyboard.press("F5");
      await visit.studio.page.getByTestId("run-with-parameters").click();
      await expect(visit.studio.page.getByText("This parameter needs a value.").first()).toBeVisible();
    },
  },
  {
    name: "console",
    part: "[data-testid=pane-console]",
    reach: async (visit) => {
      await runPrices(visit);
      await visit.studio.page.getByTestId("run-with-parameters").click();
      await expect(visit.studio.runStatus).toContainText("Completed");
      await showPane(visit, "console");
      await expect(visit.studio.page.getByTestId("console")).toContainText("Order 7 costs 12.15");
    },
  },
  {
    name: "console-nothing-yet",
    part: "[data-testid=pane-console]",
    reach: (visit) => showPane(visit, "console"),
  },
  {
    name: "documentation",
    part: "[data-testid=pane-documentation]",
    reach: async (visit) => {
      await visit.studio.openDocument(listTables);
      await visit.studio.fit();
      await visit.studio.node("ds-list-tables.list-tables").click();
      await showPane(visit, "documentation");
    },
  },
  {
    name: "panes-moved",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("pane-menu-toolbox").click();
      await page.getByRole("menuitem", { name: "Move to left" }).click();
      await expect(page.getByTestId("pane-tab-toolbox")).toBeVisible();
    },
  },
  {
    name: "panes-folded",
    reach: async ({ studio: { page } }) => {
      await page.keyboard.press("Control+B");
      await page.keyboard.press("Control+Alt+B");
      await expect(page.getByTestId("pane-explorer")).toBeHidden();
    },
  },
];
