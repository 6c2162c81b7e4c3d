import type { Page } from "@playwright/test";
import { beginJourney, type Journey } from "./support/journey.ts";
import { boxOf, middleOf } from "./support/mouse.ts";
import { projectFiles } from "./support/project-files.ts";
import { expect, test } from "./support/studio.ts";

/** An edit in one editor, as a person makes it, and what shows that it was made. */
interface Edit {
  readonly editor: string;
  readonly make: (journey: Journey) => Promise<void>;
  readonly result: (page: Page) => ReturnType<Page["locator"]>;
}

/** Replaces the text of a field and leaves it. */
async function write(page: Page, field: ReturnType<Page["locator"]>, text: string): Promise<void> {
  await field.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

async function addDocument({ page, dialog }: Journey, what: string, name: string): Promise<void> {
  await page.getByTestId("explorer-add").click();
  await page.getByRole("menuitem", { name: `Add ${what}`, exact: true }).click();
  await dialog.write("name", name);
  await dialog.confirm();
}

const edits: readonly Edit[] = [
  {
    editor: "the explorer",
    make: (journey) => addDocument(journey, "enumeration", "Colour"),
    result: (page) => page.getByTestId("explorer-MyFirstModule.Colour"),
  },
  {
    editor: "an enumeration",
    make: async ({ page, studio }) => {
      await studio.openDocument("MyFirstModule.Colour");
      await page.getByRole("button", { name: "Add value" }).click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("Red");
      await page.keyboard.press("Tab");
    },
    result: (page) => page.getByTestId("value-Red"),
  },
  {
    editor: "a constant",
    make: async (journey) => {
      await addDocument(journey, "constant", "Limit");
      await write(journey.page, journey.page.getByTestId("field-defaultValue"), "25");
    },
    result: (page) => page.locator("[data-testid=field-defaultValue][value='25']"),
  },
  {
    editor: "the domain model",
    make: async ({ page, studio, dialog }) => {
      await studio.treeItem("Domain model").first().dblclick();
      await page.getByTestId("node-db-table").dblclick();
      await dialog.press("New");
      await dialog.write("attribute-name", "ItemCount");
      await dialog.confirm();
      await dialog.confirm();
    },
    result: (page) => page.getByTestId("node-db-table").getByText("ItemCount"),
  },
  {
    editor: "a microflow",
    make: async ({ page, studio, flow }) => {
      await studio.openDocument("MyFirstModule.CountTables");
      await flow.element("Microflow call").click();
      await page.keyboard.press("Shift+F2");
      await page.keyboard.type("Done");
      await page.keyboard.press("Enter");
    },
    result: (page) => page.getByTestId("microflow-canvas").getByRole("button", { name: /^Done/ }),
  },
  {
    editor: "the settings",
    make: async ({ page, studio }) => {
      await studio.explorer("Settings").dblclick();
      await write(page, page.getByTestId("field-projectName"), "Renamed");
    },
    result: (page) => page.getByRole("banner").getByText("Renamed"),
  },
  {
    editor: "the security",
    make: async ({ page, studio }) => {
      await studio.explorer("Security").dblclick();
      await page.getByTestId("field-level-prototype").click();
    },
    result: (page) =>
      page.getByTestId("field-level-prototype").and(page.getByRole("radio", { checked: true })),
  },
];

test("everything can be undone and redone, in every editor, and the files follow", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  const undo = page.getByTestId("command-undo");
  const redo = page.getByTestId("command-redo");
  const saved = page.getByTestId("save-state");
  const before = projectFiles(project.folder);

  for (const { editor, make, result } of edits) {
    await test.step(`in ${editor}`, async () => {
      await make(journey);
      await expect(result(page)).toBeVisible();
      await undo.click();
      await expect(result(page)).toBeHidden();
      await redo.click();
      await expect(result(page)).toBeVisible();
    });
  }
  await expect(saved).toHaveText("Saved");
  const after = projectFiles(project.folder);
  expect(after).not.toEqual(before);

  await test.step("all of it back, and the files are as they were", async () => {
    while (await undo.isEnabled()) await undo.click();
    await expect(saved).toHaveText("Saved");
    await expect.poll(() => projectFiles(project.folder)).toEqual(before);
  });
  await test.step("all of it again, and the files are as they were after it", async () => {
    while (await redo.isEnabled()) await redo.click();
    await expect(saved).toHaveText("Saved");
    await expect.poll(() => projectFiles(project.folder)).toEqual(after);
  });
});

test("undo brings back what was selected, and a thousand undos at once harm nothing", async ({
  page,
  project,
}) => {
  const { studio, flow } = await beginJourney(page, project);
  const before = projectFiles(project.folder);
  await studio.openDocument("MyFirstModule.DS_ListTables");
  const list = flow.element("Create list");
  const node = page.getByTestId("node-ds-list-tables.list");
  await list.click();
  const place = await boxOf(list);
  const held = await middleOf(list);
  await page.mouse.move(held.x, held.y);
  await page.mouse.down();
  await page.mouse.move(held.x + 30, held.y + 90, { steps: 6 });
  expect((await boxOf(list)).y).toBeGreaterThan(place.y + 20);
  await page.keyboard.press("Escape");
  await page.mouse.move(held.x + 40, held.y + 110, { steps: 3 });
  await page.mouse.up();
  await expect(list).toHaveAttribute("data-selected", "true");
  expect(await boxOf(list)).toEqual(place);

  for (let move = 0; move < 12; move += 1) {
    await page.keyboard.press(move % 2 === 0 ? "Control+ArrowDown" : "Control+D");
  }
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await expect(flow.element("Start")).toBeVisible();
  await expect(node).toBeHidden();

  await page.keyboard.press("Control+Z");
  await expect(node).toBeVisible();
  await expect(page.locator("[data-testid^=node-][data-selected]")).not.toHaveCount(0);

  await page.keyboard.down("Control");
  for (let count = 0; count < 1_000; count += 1) await page.keyboard.press("z");
  await page.keyboard.up("Control");
  await expect(page.getByTestId("command-undo")).toBeDisabled();
  await expect(list).toHaveCount(1);
  await expect(page.getByTestId("save-state")).toHaveText("Saved");
  await expect.poll(() => projectFiles(project.folder)).toEqual(before);
});
