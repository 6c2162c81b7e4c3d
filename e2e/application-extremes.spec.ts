import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, type RunningProject, test } from "./support/studio.ts";

test.use({ template: "blank", modules: ["Extremes"] });

const page = (name: string) => ({ kind: "showPage", page: `Extremes.${name}` });

/** Gives the application a menu whose captions have no spaces, and items in each other. */
async function addMenu({ folder }: RunningProject): Promise<void> {
  const file = join(folder, "rivulet.json");
  const project = JSON.parse(await readFile(file, "utf8")) as object;
  const menu = [
    { id: "words", caption: "Words", icon: "document", action: page("Words") },
    { id: "people", caption: `People${"W".repeat(80)}`, icon: "users", action: page("People") },
    { id: "more", caption: "More", icon: "folder" },
    { id: "inside", parent: "more", caption: "Inside", action: page("Words") },
  ];
  const navigation = { title: "Extremes", homePage: "Extremes.Words", menu };
  await writeFile(file, JSON.stringify({ ...project, navigation }));
}

/** How far what is on the page stands out of the window. */
function widthBeyondWindow(shown: Page): Promise<number> {
  return shown.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

const phone = { width: 375, height: 667 };

test("words without spaces, a window as wide as a phone, and pictures that are none", async ({
  page: shown,
  project,
}) => {
  await addMenu(project);
  await shown.goto(`${project.address}/app`);
  await expect(shown.getByTestId("widget-broken")).toHaveText("A broken picture");
  await test.step("nothing stands beyond the window", async () => {
    expect(await widthBeyondWindow(shown)).toBe(0);
    await shown.getByTestId("widget-ask").click();
    const question = shown.getByRole("dialog");
    expect(await question.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await shown.keyboard.press("Escape");
    await expect(shown.getByTestId("widget-ask")).toBeFocused();
  });
  await test.step("a message is in sight wherever the page stands; a failure goes with the next action", async () => {
    await shown.getByTestId("widget-fail").click();
    await expect(shown.getByRole("alert")).toContainText("divided by zero");
    await shown.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await shown.getByTestId("widget-say").click();
    await expect(shown.getByTestId("message")).toBeInViewport();
    await expect(shown.getByRole("alert")).toBeHidden();
    await expectAccessible(shown);
  });
  await test.step("items in a bar open over the page, and close with Esc and when one is chosen", async () => {
    await shown.getByRole("link", { name: "People" }).click();
    await expect(shown.getByRole("heading", { name: "Plain Jane" })).toBeVisible();
    expect(await widthBeyondWindow(shown)).toBe(0);
    const more = shown.locator("summary").filter({ hasText: "More" });
    const inside = shown.getByRole("link", { name: "Inside" });
    await expect(inside).toBeHidden();
    await more.click();
    await expect(inside).toBeVisible();
    await expectAccessible(shown);
    await shown.keyboard.press("Escape");
    await expect(inside).toBeHidden();
    await expect(more).toBeFocused();
    await more.press("Enter");
    await inside.click();
    await expect(shown.getByRole("heading", { name: "Words" })).toBeVisible();
  });
  await test.step("on a phone the menu is folded until somebody wants it, and while a page is looked at", async () => {
    await shown.setViewportSize(phone);
    const people = shown.getByRole("link", { name: "People" });
    await expect(people).toBeHidden();
    await expect(shown.getByRole("heading", { name: "Words" })).toBeInViewport();
    await shown.getByRole("button", { name: "Menu" }).click();
    await people.click();
    await expect(shown.getByRole("heading", { name: "Plain Jane" })).toBeInViewport();
    await expect(people).toBeHidden();
    expect(await widthBeyondWindow(shown)).toBe(0);
  });
});

test("rows with buttons, and a form by the keyboard alone", async ({ page: shown, project }) => {
  await shown.goto(`${project.address}/app/Extremes.People`);
  const row = shown.getByTestId("widget-list").getByRole("listitem").first();
  const dialog = shown.getByRole("dialog", { name: "Edit" });
  const name = dialog.getByRole("textbox", { name: "Name" });
  await test.step("a row is opened by its own button, and holds others beside it", async () => {
    await expectAccessible(shown);
    await row.getByRole("button", { name: "Plain Jane" }).focus();
    await shown.keyboard.press("Enter");
    await expect(shown.getByRole("heading", { name: "Person" })).toBeVisible();
    await shown.goBack();
    await row.getByText("A short note").click();
    await expect(shown.getByRole("heading", { name: "Person" })).toBeVisible();
    await shown.goBack();
  });
  await test.step("what is in Arabic runs from right to left", async () => {
    const note = shown.getByText("ملاحظة");
    const { direction, isAtTheRight } = await note.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      return {
        direction: getComputedStyle(element).unicodeBidi,
        isAtTheRight: Math.abs(words.right - element.getBoundingClientRect().right) < 2,
      };
    });
    expect({ direction, isAtTheRight }).toEqual({ direction: "plaintext", isAtTheRight: true });
  });
  await test.step("a form begins with its first input; Enter saves, and leads to what does not hold", async () => {
    const edit = row.getByRole("button", { name: "Edit", exact: true });
    await edit.focus();
    await shown.keyboard.press("Enter");
    await expect(name).toBeFocused();
    await name.fill("");
    await dialog.getByLabel("Age").fill("41");
    await dialog.getByLabel("Age").press("Enter");
    await expect(dialog.getByText("A value is needed here.")).toHaveCount(2);
    await expect(name).toBeFocused();
    await expectAccessible(shown);
    await name.fill("Jane");
    await dialog.getByTestId("widget-born").locator("input").fill("2001-02-03");
    await dialog.getByTestId("widget-born").locator("input").press("Enter");
    await expect(dialog).toBeHidden();
    await expect(edit).toBeFocused();
    await expect(edit).toBeEnabled();
  });
  await test.step("a microflow says what does not hold, and its message takes the focus to the input", async () => {
    await shown.keyboard.press("Enter");
    await dialog.getByTestId("widget-check").press("Enter");
    await expect(dialog.getByText("This name is taken.")).toBeVisible();
    await expect(name).toBeFocused();
    await shown.keyboard.press("Escape");
    await expect(row.getByRole("button", { name: "Edit", exact: true })).toBeFocused();
  });
});

test("Back, Forward and loading anew lead where they should, and a server that is away is waited for", async ({
  page: shown,
  project,
}) => {
  await addMenu(project);
  const heading = (name: string) => shown.getByRole("heading", { name, exact: true });
  const note = shown.getByRole("textbox", { name: "Note" });
  await test.step("an address where nothing is says so, with the way to the application", async () => {
    const answer = await shown.goto(`${project.address}/app/nowhere`);
    expect(answer?.status()).toBe(404);
    await expect(heading("Nothing is at this address")).toBeVisible();
    await expectAccessible(shown);
    await shown.getByRole("link", { name: "Open the application" }).click();
    await expect(shown).toHaveURL(`${project.address}/app/Extremes.Words`);
    await shown.goto(`${project.address}/app/`);
    await expect(heading("Words")).toBeVisible();
  });
  await test.step("a page with an object begins at its top, and is still there after loading anew", async () => {
    await shown.getByRole("link", { name: "People" }).click();
    const last = shown.getByTestId("widget-list").getByRole("listitem").last();
    await last.getByRole("heading").click();
    await expect(heading("Person")).toBeInViewport();
    expect(await shown.evaluate(() => scrollY)).toBe(0);
    await note.fill("typed");
    await note.press("Tab");
    await expect(note).not.toHaveAttribute("aria-invalid", "true");
    await shown.reload();
    await expect(note).toHaveValue("typed");
    await shown.goBack();
    await expect(heading("People")).toBeVisible();
    await shown.goBack();
    await expect(heading("Words")).toBeVisible();
  });
  await test.step("Back from a pop-up takes back what was typed into it", async () => {
    await shown.goForward();
    await shown.getByRole("button", { name: "Edit", exact: true }).first().click();
    const name = shown.getByRole("dialog").getByRole("textbox", { name: "Name" });
    await name.fill("Nobody");
    await name.press("Tab");
    await shown.goBack();
    await expect(heading("Words")).toBeVisible();
    await expect(shown.getByRole("dialog")).toBeHidden();
    await shown.goForward();
    await expect(heading("Plain Jane")).toBeVisible();
  });
  await test.step("a server that is away is waited for; what was said of the loss goes when it is back", async () => {
    await project.server.crash();
    const waiting = shown.getByTestId("waiting-for-server");
    await expect(waiting).toBeVisible();
    await shown.getByText("A short note").click();
    await expect(shown.getByRole("alert")).toContainText("cannot be reached");
    await expectAccessible(shown);
    await project.server.restart();
    await expect(waiting).toBeHidden();
    await expect(shown.getByRole("alert")).toBeHidden();
    await expect(shown.getByTestId("message")).toContainText("begun anew");
    await shown.getByText("A short note").click();
    await expect(heading("Person")).toBeVisible();
  });
});
