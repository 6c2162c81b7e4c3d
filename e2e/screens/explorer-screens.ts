import { expect } from "../support/studio.ts";
import type { Screen, Visit } from "./screen.ts";

async function menuOf({ studio }: Visit, name: string): Promise<void> {
  await studio.explorer(name).click({ button: "right" });
  await expect(studio.page.getByRole("menu")).toBeVisible();
}

async function addNew(visit: Visit, what: string): Promise<void> {
  await visit.studio.page.getByTestId("explorer-add").click();
  await visit.studio.page.getByRole("menuitem", { name: what }).click();
  await expect(visit.studio.page.getByRole("dialog")).toBeVisible();
}

async function unfold({ studio }: Visit, ...names: readonly string[]): Promise<void> {
  for (const name of names) await studio.unfold(name);
}

/** The explorer: its menus and dialogs. */
export const explorerScreens: readonly Screen[] = [
  {
    name: "explorer-search",
    part: "[data-testid=pane-explorer]",
    reach: async ({ studio: { page } }) => {
      await page.getByRole("textbox", { name: "Search the project" }).fill("table");
      await expect(page.getByRole("treeitem").first()).toBeVisible();
    },
  },
  {
    name: "explorer-nothing-found",
    part: "[data-testid=pane-explorer]",
    reach: async ({ studio: { page } }) => {
      await page.getByRole("textbox", { name: "Search the project" }).fill("zzz");
      await expect(page.getByText("Nothing in the project has")).toBeVisible();
    },
  },
  {
    name: "explorer-activities",
    part: "[data-testid=pane-explorer]",
    reach: (visit) =>
      unfold(visit, "AmazonDynamoDBConnector", "AmazonDynamoDBConnector/Operations", "AWSAuthentication"),
  },
  {
    name: "explorer-add-menu",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("explorer-add").click();
      await expect(page.getByRole("menuitem", { name: "Microflow" })).toBeVisible();
    },
  },
  { name: "explorer-module-menu", reach: (visit) => menuOf(visit, "MyFirstModule") },
  {
    name: "explorer-document-menu",
    reach: async (visit) => {
      await unfold(visit, "Shop");
      await menuOf(visit, "Shop.Level");
    },
  },
  { name: "explorer-connector-menu", reach: (visit) => menuOf(visit, "AWSAuthentication") },
  { name: "new-microflow", reach: (visit) => addNew(visit, "Microflow") },
  { name: "new-entity", reach: (visit) => addNew(visit, "Entity") },
  {
    name: "new-with-wrong-name",
    reach: async (visit) => {
      await addNew(visit, "Constant");
      await visit.studio.page.getByTestId("field-name").fill("2nd try");
    },
  },
  {
    name: "rename-with-usages",
    reach: async (visit) => {
      await visit.studio.explorer("MyFirstModule.ListAllTables").click();
      await visit.studio.page.keyboard.press("F2");
      await expect(visit.studio.page.getByRole("dialog").getByRole("listitem")).toBeVisible();
    },
  },
  {
    name: "delete-with-usages",
    reach: async (visit) => {
      await visit.studio.explorer("MyFirstModule.ListAllTables").click();
      await visit.studio.page.keyboard.press("Delete");
      await expect(visit.studio.page.getByRole("button", { name: "Delete anyway" })).toBeVisible();
    },
  },
];
