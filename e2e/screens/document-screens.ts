import { runCommand } from "../support/palette.ts";
import { expect } from "../support/studio.ts";
import { openIn, type Screen, type Visit } from "./screen.ts";

async function openEntity(visit: Visit, id: string): Promise<void> {
  await openIn(visit, "Shop", "Shop.DomainModel");
  await visit.studio.node(id).dblclick();
  await expect(visit.studio.page.getByTestId("field-name")).toBeVisible();
}

async function openConnection(visit: Visit): Promise<void> {
  await openIn(visit, "Settings");
  await visit.studio.page.getByTestId("configuration-AWS").click();
  await expect(visit.studio.page.getByTestId("field-credentials")).toBeVisible();
}

async function testConnection({ studio: { page } }: Visit, answer: string): Promise<void> {
  await page.getByTestId("test-connection").click();
  await expect(page.getByTestId("connection-result")).toContainText(answer);
  await page.getByTestId("connection-result").scrollIntoViewIfNeeded();
}

/** Domain models, enumerations, constants, settings and security. */
export const documentScreens: readonly Screen[] = [
  {
    name: "domain-model",
    isInDocumentation: true,
    reach: async (visit) => {
      await openIn(visit, "Shop", "Shop.DomainModel");
      const { studio } = visit;
      await studio.page.getByTestId("pane-tab-properties").click();
      await studio.node("shop.order").click();
      await expect(studio.page.getByTestId("properties")).toContainText("Order_Customer");
    },
  },
  {
    name: "domain-model-menu",
    reach: async (visit) => {
      await openIn(visit, "Shop", "Shop.DomainModel");
      await visit.studio.node("shop.tag").click({ button: "right" });
      await expect(visit.studio.page.getByTestId("context-menu")).toBeVisible();
    },
  },
  {
    name: "domain-model-of-connector",
    part: ".rv-editor",
    reach: async (visit) => {
      await openIn(visit, "AmazonDynamoDBConnector", "AmazonDynamoDBConnector.DomainModel");
      await expect(visit.studio.page.getByTestId("domain-model-canvas")).toContainText("GetItem");
    },
  },
  {
    name: "data",
    isInDocumentation: true,
    reach: async ({ studio: { page } }) => {
      await page.keyboard.press("Alt+i");
      await page.getByTestId("table-Orders").click();
      await expect(page.getByTestId("item-grid").locator("tbody tr")).toHaveCount(5);
    },
  },
  { name: "entity", reach: (visit) => openEntity(visit, "shop.company") },
  {
    name: "entity-renamed",
    reach: async (visit) => {
      await openEntity(visit, "shop.order");
      await visit.studio.page.getByTestId("field-name").fill("Purchase");
      await expect(visit.studio.page.getByTestId("rename-usages")).toBeVisible();
    },
  },
  {
    name: "entity-deleted",
    reach: async (visit) => {
      await openIn(visit, "Shop", "Shop.DomainModel");
      await visit.studio.node("shop.order").click();
      await visit.studio.page.keyboard.press("Delete");
      await expect(visit.studio.page.getByRole("button", { name: "Delete anyway" })).toBeVisible();
    },
  },
  {
    name: "attribute",
    reach: async (visit) => {
      await openEntity(visit, "shop.customer");
      await visit.studio.page.getByTestId("attribute-Level").dblclick();
      await expect(visit.studio.page.getByTestId("field-attribute-enumeration")).toBeVisible();
    },
  },
  {
    name: "attribute-with-wrong-default",
    reach: async (visit) => {
      await openEntity(visit, "shop.line");
      await visit.studio.page.getByTestId("attribute-Amount").dblclick();
      await visit.studio.page.getByTestId("field-attribute-default").fill("many");
    },
  },
  {
    name: "generalization-picker",
    reach: async (visit) => {
      await openEntity(visit, "shop.line");
      await visit.studio.page.getByRole("button", { name: "Select generalization" }).click();
      await expect(visit.studio.page.getByTestId("picker-search")).toBeVisible();
    },
  },
  {
    name: "association",
    reach: async (visit) => {
      await openIn(visit, "Shop", "Shop.DomainModel");
      await visit.studio.page.getByText("Order_Customer").dblclick({ force: true });
      await expect(visit.studio.page.getByTestId("field-multiplicity")).toBeVisible();
    },
  },
  { name: "enumeration", part: ".rv-editor", reach: (visit) => openIn(visit, "Shop", "Shop.Level") },
  {
    name: "enumeration-of-connector",
    part: ".rv-editor",
    reach: (visit) => openIn(visit, "AWSAuthentication", "AWSAuthentication.ENUM_Region"),
  },
  {
    name: "constant",
    part: ".rv-editor",
    reach: (visit) => openIn(visit, "Shop", "Shop/Prices", "Shop.DiscountRate"),
  },
  { name: "secret-constant", part: ".rv-editor", reach: (visit) => openIn(visit, "Shop", "Shop.PaymentKey") },
  {
    name: "settings",
    part: ".rv-editor",
    reach: (visit) => openIn(visit, "Settings"),
  },
  {
    name: "settings-of-aws",
    part: ".rv-editor",
    reach: async (visit) => {
      await openIn(visit, "Settings");
      await visit.studio.page.getByTestId("configuration-AWS").click();
    },
  },
  {
    name: "connection-kinds",
    part: ".rv-editor",
    reach: async (visit) => {
      await openConnection(visit);
      await visit.studio.page.getByTestId("field-credentials").click();
      await expect(visit.studio.page.getByRole("option", { name: "Web identity" })).toBeVisible();
    },
  },
  {
    name: "connection-role",
    part: ".rv-editor",
    changesProject: true,
    reach: async (visit) => {
      await openConnection(visit);
      const { page } = visit.studio;
      await page.getByTestId("field-credentials").click();
      await page.getByRole("option", { name: "Role", exact: true }).click();
      await page.getByTestId("field-roleArn").fill("arn:aws:iam::123456789012:role/orders");
      await page.keyboard.press("Tab");
      await page.getByTestId("field-credentials").evaluate((field) => field.scrollIntoView());
    },
  },
  {
    name: "connection-works",
    part: ".rv-editor",
    changesProject: true,
    reach: async (visit) => {
      await openIn(visit, "Settings");
      const { page } = visit.studio;
      await page.getByTestId("field-region").fill("us-east-1");
      await page.keyboard.press("Tab");
      await testConnection(visit, "works");
    },
  },
  {
    name: "connection-fails",
    part: ".rv-editor",
    changesProject: true,
    reach: async (visit) => {
      await openConnection(visit);
      const { page } = visit.studio;
      await page.getByTestId("field-region").fill("eu-west-1");
      await page.keyboard.press("Tab");
      await testConnection(visit, "Empty constants: AWSAuthentication.AccessKey");
    },
  },
  {
    name: "secret-value",
    reach: async (visit) => {
      await openIn(visit, "Settings");
      await visit.studio.page.getByTestId("set-secret-Shop.PaymentKey").click();
      await expect(visit.studio.page.getByTestId("field-secret")).toBeVisible();
    },
  },
  { name: "security", part: ".rv-editor", reach: (visit) => openIn(visit, "Security") },
  {
    name: "people-without-accounts",
    part: ".rv-editor",
    reach: async ({ studio: { page } }) => {
      await runCommand(page, "open people");
      await expect(page.getByText("This server has no accounts")).toBeVisible();
    },
  },
];
