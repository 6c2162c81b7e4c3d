import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { beginJourney, type Journey } from "./support/journey.ts";
import { boxOf, drag, middleOf } from "./support/mouse.ts";
import { chooseImport } from "./support/palette.ts";
import { projectFiles } from "./support/project-files.ts";
import { expect, test } from "./support/studio.ts";

const listTables = "MyFirstModule.DS_ListTables";

/** Every case leaves the project as it was, and the page without a failure that nobody caught. */
test.beforeEach(({ page }) => {
  page.on("pageerror", (error) => {
    throw error;
  });
});

async function openListTables(page: Page, project: Parameters<typeof beginJourney>[1]): Promise<Journey> {
  const journey = await beginJourney(page, project);
  await journey.studio.openDocument(listTables);
  await expect(journey.flow.element("ListTables")).toBeVisible();
  return journey;
}

/** Pastes text onto the canvas, from the clipboard that the browser has. */
async function paste({ page, flow }: Journey, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await flow.clickNowhere();
  await page.keyboard.press("Control+V");
}

const format = "rivulet-elements";
const pasted = [
  ["foreign text", "Dear all, the meeting is at noon.", /no part of a microflow/],
  ["text of a newer version", JSON.stringify({ format, version: 9 }), /newer Rivulet/],
  ["damaged elements", JSON.stringify({ format, version: 1, elements: [{ id: 7 }] }), /damaged/],
  ["ten megabytes", "x".repeat(10 * 1024 * 1024), /too large/],
] as const;

test("what cannot be pasted onto a canvas changes nothing, and a sentence says why", async ({
  page,
  project,
}) => {
  const journey = await openListTables(page, project);
  const before = projectFiles(project.folder);
  for (const [what, text, sentence] of pasted) {
    await test.step(what, async () => {
      await paste(journey, text);
      await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    });
  }
  await expect(page.getByTestId("command-undo")).toBeDisabled();
  expect(projectFiles(project.folder)).toEqual(before);
});

const imported = [
  ["a flow of a newer version", JSON.stringify({ format: "rivulet/flow", version: 99 }), /newer/],
  ["a file of something else", JSON.stringify({ openapi: "3.1.0" }), /flow/],
  ["no JSON", "<html></html>", /not JSON/],
  ["a file that is too large", " ".repeat(40 * 1024 * 1024), /far larger than a microflow/],
] as const;

test("what cannot be imported changes nothing, and a sentence says why", async ({
  page,
  project,
}, testInfo) => {
  await beginJourney(page, project);
  for (const [what, content, sentence] of imported) {
    await test.step(what, async () => {
      const chooser = await chooseImport(page);
      // A file on the disk, as a person has it: the content itself would take its time through the test's connection.
      const file = testInfo.outputPath("flow.json");
      writeFileSync(file, content);
      await chooser.setFiles(file);
      await expect(page.getByTestId("import-problems")).toContainText(sentence);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  }
  await expect(page.getByTestId("command-undo")).toBeDisabled();
});

test("a name that is taken is refused in words", async ({ page, project }) => {
  const { studio, dialog } = await beginJourney(page, project);
  await studio.explorer("MyFirstModule").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Add microflow" }).click();
  await dialog.write("name", "DS_ListTables");
  await expect(dialog.top).toContainText("There is a microflow DS_ListTables in MyFirstModule already.");
  await page.keyboard.press("Enter");
  await expect(dialog.top.getByRole("button", { name: "OK" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("command-undo")).toBeDisabled();
});

test("a flow cannot lead to the start event, nor from an element to itself: a sentence says why", async ({
  page,
  project,
}) => {
  const { flow } = await openListTables(page, project);
  const list = flow.element("Create list");
  await expect(page.getByTestId(/^flow-/).first()).toBeAttached();
  await list.hover();
  const box = await boxOf(list);
  const handle = { x: box.x + box.width, y: box.y + box.height / 2 };
  await drag(page, handle, await middleOf(flow.element("Start")));
  await expect(
    page.getByRole("alert").filter({ hasText: "Nothing can lead to the start event." }),
  ).toBeVisible();
  await drag(page, handle, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await expect(page.getByRole("alert").filter({ hasText: "An element cannot follow itself." })).toBeVisible();
  await expect(page.getByTestId("command-undo")).toBeDisabled();
});

test("an end of a flow is led to where it is dropped on an element, and Esc gives that up", async ({
  page,
  project,
}) => {
  const { flow } = await openListTables(page, project);
  const list = await boxOf(flow.element("Create list"));
  const from = list.x + list.width;
  const to = (await boxOf(flow.element("ListTables"))).x;
  const selected = flow.canvas.getByRole("img", { name: "Sequence flow from Create list to " });
  // Before the + in the middle.
  await page.mouse.click(from + (to - from) * 0.3, list.y + list.height / 2);
  await expect(selected).toHaveAttribute("aria-label", /to ListTables$/);
  const end = page.locator(".react-flow__edge.selected .react-flow__edgeupdater-target");
  const other = await middleOf(flow.element("Retrieve"));
  await drag(page, await middleOf(end), other);
  await expect(selected).toHaveAttribute("aria-label", /to Retrieve/);
  await page.keyboard.press("Control+Z");
  await expect(selected).toHaveAttribute("aria-label", /to ListTables$/);
  await page.mouse.move((await middleOf(end)).x, (await middleOf(end)).y);
  await page.mouse.down();
  await page.mouse.move(other.x, other.y, { steps: 6 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(selected).toHaveAttribute("aria-label", /to ListTables$/);
  await drag(page, await middleOf(end), { x: to - 20, y: list.y - 80 });
  await expect(page.getByRole("alert").filter({ hasText: "The flow stays as it was" })).toBeVisible();
  await expect(selected).toHaveAttribute("aria-label", /to ListTables$/);
  await expect(page.getByTestId("command-undo")).toBeDisabled();
});

test("a flow that is let go on nothing asks for the activity that it leads to", async ({ page, project }) => {
  const { flow } = await openListTables(page, project);
  const list = flow.element("Create list");
  const { x, y, width, height } = await boxOf(list);
  const find = page.getByRole("combobox", { name: "Find an activity" });
  const offered = page.getByRole("dialog", { name: "Find an activity" }).getByRole("option");
  const added = flow.element("Log message");
  const flows = page.getByTestId(/^flow-/);
  await expect(flows.first()).toBeAttached();
  const drawn = await flows.count();
  const letGo = async () => {
    await list.hover();
    await drag(page, { x: x + width, y: y + height / 2 }, { x: x + width, y: y - 90 });
    await page
      .getByRole("menu", { name: "What leads to the new activity?" })
      .getByRole("menuitem", { name: "Put it into the present flow" })
      .click();
    await expect(find).toBeFocused();
  };
  await letGo();
  await page.keyboard.press("Escape");
  await expect(find).toBeHidden();
  await expect(page.getByTestId("command-undo")).toBeDisabled();
  await letGo();
  await page.keyboard.type("log");
  await offered.filter({ hasText: "Log message" }).click();
  await expect(added).toBeVisible();
  await expect(flows).toHaveCount(drawn + 1);
  await page.screenshot({ path: test.info().outputPath("joined-to-new.png") });
  await page.keyboard.press("Control+Z");
  await expect(added).toHaveCount(0);
  await expect(flows).toHaveCount(drawn);
  await expect(page.getByTestId("command-undo")).toBeDisabled();
  await list.click();
  await page.keyboard.press("c");
  await page.keyboard.type("new act");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "On error" }).press("Enter");
  await expect(find).toBeFocused();
  await page.keyboard.type("log");
  await expect(offered.first()).toHaveText("Log message");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(added).toBeVisible();
  await expect(flows).toHaveCount(drawn + 1);
});

test("an element that is dropped on itself or on another one only moves", async ({ page, project }) => {
  const { flow } = await openListTables(page, project);
  const list = flow.element("Create list");
  const { x, y } = await middleOf(list);
  await drag(page, { x, y }, { x: x + 6, y: y + 4 });
  await drag(page, { x, y }, await middleOf(flow.element("Get static credentials")));
  await expect(page.getByTestId("problem-count")).toHaveText("No problems");
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Control+Z");
  await expect(page.getByTestId("save-state")).toHaveText("Saved");
});

test("deleting what is used shows the uses first, finds the problems after it, and can be undone", async ({
  page,
  project,
}) => {
  const { studio } = await beginJourney(page, project);
  await studio.treeItem("Domain model").first().dblclick();
  await page.getByTestId("node-db-table").click();
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("DS_ListTables");
  await dialog.getByRole("button", { name: "Delete anyway" }).click();
  await expect(page.getByTestId("problem-count")).not.toHaveText("No problems");
  await page.keyboard.press("Control+Z");
  await expect(page.getByTestId("problem-count")).toHaveText("No problems");
});
