import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chooseImport, runCommand } from "../support/palette.ts";
import { expect } from "../support/studio.ts";
import type { Screen, Visit } from "./screen.ts";

const listTables = "MyFirstModule.DS_ListTables";

async function importFile({ studio: { page } }: Visit, name: string, text: string): Promise<void> {
  const chooser = await chooseImport(page);
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await chooser.setFiles(file);
  await expect(
    page
      .getByRole("dialog")
      .getByRole("button", { name: /Import|Close/ })
      .last(),
  ).toBeVisible();
}

async function exportedFlow({ project }: Visit, microflow: string): Promise<string> {
  const file = join(project.folder, "..", `${microflow}.json`);
  project.rivulet("export", project.folder, microflow, "-o", file);
  return readFile(file, "utf8");
}

/** Adds an entity with a save that does not get through. */
async function editOffline({ studio: { page } }: Visit): Promise<void> {
  await page.route("**/api/v1/project**", (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.fallback(),
  );
  await page.getByTestId("explorer-add").click();
  await page.getByRole("menuitem", { name: "Enumeration" }).click();
  // The page was only just loaded: the dialog's code may be on its way.
  await expect(page.getByTestId("field-name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-state", "offline");
}

/** The frame: menus, palette, lists, import, and what happens when the server is away. */
export const shellScreens: readonly Screen[] = [
  {
    name: "welcome",
    part: ".rv-welcome",
    reach: async ({ studio: { page } }) => {
      await page.getByRole("tab", { name: "DS_ListTables" }).press("Delete");
      await expect(page.getByRole("heading", { name: "Open something to work on" })).toBeVisible();
    },
  },
  {
    name: "tutorial",
    part: ".rv-tutorial",
    isInDocumentation: true,
    reach: async ({ studio: { page } }) => {
      await runCommand(page, "tutorial");
      await expect(page.getByTestId("tutorial-progress")).toHaveText("60 of 61");
    },
  },
  {
    name: "command-palette",
    reach: async ({ studio: { page } }) => {
      await page.keyboard.press("Control+K");
      await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
      await page.keyboard.type("se");
      await expect(page.getByRole("option").first()).toBeVisible();
    },
  },
  {
    name: "go-to-document",
    reach: async ({ studio: { page } }) => {
      await page.keyboard.press("Control+G");
      await page.keyboard.type("list");
      await expect(page.getByRole("option").first()).toBeVisible();
    },
  },
  {
    name: "shortcuts",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("more-menu").click();
      await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
      await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    },
  },
  {
    name: "more-menu",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("more-menu").click();
      await expect(page.getByRole("menuitem", { name: "Dark theme" })).toBeVisible();
    },
  },
  {
    name: "configuration-menu",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("configuration").click();
      await expect(page.getByRole("menuitem", { name: "Edit configurations" })).toBeVisible();
    },
  },
  {
    name: "save-state",
    reach: async ({ studio: { page } }) => {
      await page.getByTestId("save-state").click();
      await expect(page.getByText("Everything saves itself")).toBeVisible();
    },
  },
  {
    name: "import-under-new-names",
    reach: async (visit) => {
      const text = await exportedFlow(visit, listTables);
      await importFile(visit, "list-tables.json", text.replace("us_east_1", "us_west_2"));
      await visit.studio.page.getByTestId("import-with-new-names").click();
      await expect(visit.studio.page.getByTestId("import-now")).toBeVisible();
    },
  },
  {
    name: "import-clash",
    reach: async (visit) => {
      const text = await exportedFlow(visit, listTables);
      await importFile(visit, "list-tables.json", text.replace("us_east_1", "us_west_2"));
    },
  },
  { name: "import-refused", reach: (visit) => importFile(visit, "notes.json", '{ "notes": 1 }') },
  { name: "offline", part: "header", reach: editOffline, expectedErrors: /ERR_FAILED/ },
  {
    name: "restored-after-crash",
    part: "header",
    changesProject: true,
    expectedErrors: /ERR_FAILED/,
    reach: async (visit) => {
      await editOffline(visit);
      const { page } = visit.studio;
      await page.unrouteAll();
      await page.reload();
      await expect(page.getByText("Your last edits are back")).toBeVisible();
    },
  },
  {
    name: "server-away",
    expectedErrors: /ERR_FAILED/,
    reach: async ({ studio: { page } }) => {
      await page.route("**/api/**", (route) => route.abort());
      await page.reload();
      await expect(page.getByRole("heading", { name: "The server is not there" })).toBeVisible();
    },
  },
];
