import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expect, type RunningProject, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

const uses = Array.from({ length: 10 }, (_, at) => `use${at}`);

/** A microflow whose variable `Amount` is used in ten expressions; one of them also has its name inside a text. */
const microflow = {
  format: "rivulet/microflow",
  version: 1,
  id: "prices",
  name: "Prices",
  allowedRoles: ["User"],
  elements: [
    { id: "start", kind: "start", fields: {} },
    {
      id: "amount",
      kind: "createVariable",
      fields: { type: { kind: "integer" }, output: "Amount", value: "12" },
    },
    ...uses.map((id, at) => ({
      id,
      kind: "logMessage",
      fields: {
        level: "info",
        message: `'$Amount times ${at}: ' + (if $Amount > ${at} then toString($Amount*${at}) else 'less')`,
        node: "Prices",
      },
    })),
    { id: "end", kind: "end", fields: { returnValue: "0" } },
  ],
  returnType: { kind: "integer" },
  sequenceFlows: ["start", "amount", ...uses].map((from, at, all) => ({
    id: `from-${from}`,
    from,
    to: all[at + 1] ?? "end",
  })),
};

/** In three rows, so that every element can be clicked. */
const layout = {
  format: "rivulet/layout",
  version: 1,
  placements: Object.fromEntries(
    microflow.elements.map(({ id }, at) => [
      id,
      { x: 60 + (at % 4) * 260, y: 60 + Math.floor(at / 4) * 150 },
    ]),
  ),
};

const fileOf = ({ folder }: RunningProject) => join(folder, "modules/MyFirstModule/microflows/Prices.json");

async function openPrices(page: Page, project: RunningProject): Promise<StudioPage> {
  await writeFile(fileOf(project).replace(".json", ".layout.json"), JSON.stringify(layout));
  await writeFile(fileOf(project), JSON.stringify(microflow));
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await studio.openDocument("MyFirstModule.Prices");
  await studio.fit();
  return studio;
}

/** Opens the dialog of an element; gives the editor of one of its expressions, emptied. */
async function expressionOf(studio: StudioPage, element: string, field: string): Promise<Locator> {
  await studio.node(element).dblclick();
  const editor = studio.page.getByRole("dialog").getByTestId(`field-${field}`);
  await editor.click();
  await studio.page.keyboard.press("Control+A");
  await studio.page.keyboard.press("Delete");
  return editor;
}

/** The list of completions; it is grey while it is being made anew, and takes no key then. */
function completions(page: Page): Locator {
  return page.locator(".cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled)");
}

test("an expression is typed with completion, and formatted on demand", async ({ page, project }) => {
  const studio = await openPrices(page, project);
  const editor = await expressionOf(studio, "use0", "message");
  const list = completions(page).getByRole("listbox", { name: "Completions" });
  await page.keyboard.type("'n'+toStr");
  await expect(list.getByRole("option").first()).toContainText("toString");
  await page.keyboard.press("Enter");
  await page.keyboard.type("$Am");
  await expect(list.getByRole("option", { name: /\$Amount/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(editor).toContainText("'n'+toString($Amount");
  // The bracket may stand there already.
  await page.keyboard.type(")");
  await page.keyboard.press("Shift+Alt+F");
  await expect(editor).toHaveText("'n' + toString($Amount)");
  // A long one is told to its dialog when the keys rest: OK takes all of it, however soon it comes.
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" + 'long'".repeat(1_000));
  await page.keyboard.type(" + 'end'");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect.poll(() => readFile(fileOf(project), "utf8")).toContain("+ 'long' + 'end'\"");
});

test("a wrong type is marked where it stands, and a function explains itself", async ({ page, project }) => {
  const studio = await openPrices(page, project);
  const editor = await expressionOf(studio, "amount", "value");
  await page.keyboard.type("length('abc') + 'twelve'");
  // Leaves a list of completions, should one be open: Escape would close the dialog where none is.
  await page.keyboard.press("Home");
  await expect(editor.locator(".cm-lintRange-error").first()).toBeVisible();
  await editor.locator(".cm-lintRange-error").last().hover();
  await expect(page.locator(".cm-tooltip-lint")).toContainText(/Integer/);
  await page.mouse.move(0, 0);
  await editor.getByText("length", { exact: true }).hover();
  await expect(page.locator(".rv-tip-body").filter({ hasText: "→" })).toContainText("length(");
});

test("a variable that ten expressions use is renamed in all of them, and not inside texts", async ({
  page,
  project,
}) => {
  const studio = await openPrices(page, project);
  await studio.node("amount").click();
  await page.keyboard.press("F2");
  await page.getByTestId("field-rename").fill("Price");
  await page.keyboard.press("Enter");
  await expect(studio.node("use7")).toContainText("$Price");
  const saved = async () => (await readFile(fileOf(project), "utf8")).match(/\$Price\b/g)?.length ?? 0;
  await expect.poll(saved).toBe(20);
  const text = await readFile(fileOf(project), "utf8");
  expect(text.match(/'\$Amount times/g)).toHaveLength(10);
  expect(text).toContain(`"output": "Price"`);
  const checked = project.rivulet("check", project.folder);
  expect(checked.output + checked.errors).not.toContain("unknown-variable");
});

test("the entities of System are there to see, and not to change", async ({ page, project }) => {
  const studio = await openPrices(page, project);
  await studio.explorer("System").dblclick();
  await studio.explorer("System.DomainModel").dblclick();
  await expect(page.getByText("HttpResponse", { exact: true }).first()).toBeVisible();
  await page.getByRole("tab", { name: "Prices" }).click();
  const editor = await expressionOf(studio, "use0", "message");
  await page.keyboard.type("$currentUser/Fu");
  await expect(completions(page).getByRole("option", { name: /FullName/ })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(editor).toContainText("$currentUser/FullName");
});
