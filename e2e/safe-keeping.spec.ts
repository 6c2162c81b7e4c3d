import type { Page } from "@playwright/test";
import { beginJourney, type Journey } from "./support/journey.ts";
import { projectFiles } from "./support/project-files.ts";
import { expect, test } from "./support/studio.ts";

const countTables = "MyFirstModule.CountTables";
const file = "modules/MyFirstModule/microflows/CountTables.json";

/** Opens the microflow, with the properties of an element beside it: what a studio needs to edit is loaded then. */
async function openFlow({ page, studio, flow }: Journey): Promise<void> {
  await studio.openDocument(countTables);
  await page.getByTestId("pane-tab-properties").click();
  await flow.element("Start").click();
  await expect(page.getByTestId("pane-properties").getByTestId("field-caption")).toBeVisible();
}

/** Gives an element a caption in the properties pane. */
async function caption({ page, flow }: Journey, element: string, text: string): Promise<void> {
  await flow.element(element).click();
  await page.getByTestId("pane-properties").getByTestId("field-caption").fill(text);
}

const saveState = (page: Page) => page.getByTestId("save-state");

/** Keeps saves of a window waiting: one is on its way when `sent` resolves, and they go on with `release`. */
async function holdSaves(page: Page) {
  const sent = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route("**/api/v1/project", async (route) => {
    sent.resolve();
    await released.promise;
    await route.continue();
  });
  return { sent: sent.promise, release: released.resolve };
}

/** Lets the saves of a window reach the server but not their answers: those that are waited for `fail` later. */
async function holdAnswers(page: Page) {
  const failing = Promise.withResolvers<void>();
  let isHolding = true;
  await page.route("**/api/v1/project", async (route) => {
    if (!isHolding) return route.continue();
    await route.fetch();
    await failing.promise;
    return route.abort();
  });
  return {
    /** Later saves are answered. */
    heal: () => {
      isHolding = false;
    },
    fail: failing.resolve,
  };
}

/** Waits until a text is in the project's file. */
const isOnServer = ({ folder }: { readonly folder: string }, text: string) =>
  expect.poll(() => projectFiles(folder)[file]).toContain(JSON.stringify(text));

/** Waits until the browser's journal holds a text. */
const isInJournal = (page: Page, text: string) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const settled = <Result>(request: IDBRequest<Result>) =>
          new Promise<Result>((resolve) => {
            request.addEventListener("success", () => resolve(request.result));
          });
        const database = await settled(indexedDB.open("rivulet"));
        const entries = await settled(database.transaction("journal").objectStore("journal").getAll());
        database.close();
        return JSON.stringify(entries);
      }),
    )
    .toContain(JSON.stringify(text));

test("what one tab saves, the other shows", async ({ page, context, project }) => {
  const one = await beginJourney(page, project);
  const other = await beginJourney(await context.newPage(), project);
  await openFlow(one);
  await openFlow(other);
  await caption(one, "Microflow call", "Finished");
  await expect(other.flow.element("Finished")).toBeVisible();
  await expect(other.page.getByText("Changed elsewhere: CountTables")).toBeVisible();

  await test.step("a dialog that is open keeps what was written in it, and what the other tab saves", async () => {
    const { dialog } = other;
    await other.flow.element("Create variable").dblclick();
    await dialog.write("value", "17");
    await one.flow.element("Create variable").click();
    await one.page.getByTestId("pane-properties").getByTestId("field-output").fill("Total");
    await one.page.keyboard.press("Enter");
    await expect(dialog.field("output")).toHaveValue("Total");
    await expect(dialog.top.getByRole("alert")).toContainText("Somebody else has changed this");
    await expect(dialog.field("value")).toHaveText("17");
    await dialog.confirm();
    await expect(one.flow.element("Create variable, $Total = 17")).toBeVisible();
  });

  await test.step("and stays, with what was written, when the other tab deletes what it edits", async () => {
    const { dialog } = other;
    await other.flow.element("Create variable").dblclick();
    await dialog.write("value", "18");
    await one.flow.element("Create variable").click();
    await one.page.keyboard.press("Delete");
    await expect(dialog.top.getByRole("alert")).toContainText("Somebody else has deleted this");
    await expect(dialog.field("value")).toHaveText("18");
    await expect(dialog.top.getByRole("button", { name: "OK" })).toBeDisabled();
  });
});

test("two tabs edit the same elements: nothing is lost, and for each element a person chooses", async ({
  page,
  context,
  project,
}) => {
  const mine = await beginJourney(page, project);
  const theirs = await beginJourney(await context.newPage(), project);
  await openFlow(mine);
  await openFlow(theirs);
  const { sent, release } = await holdSaves(mine.page);

  await caption(mine, "Microflow call", "My call");
  await caption(mine, "Start", "My start");
  await caption(mine, "Create variable", "My variable");
  await sent;
  await caption(theirs, "Microflow call", "Their call");
  await caption(theirs, "Start", "Their start");
  await expect(saveState(theirs.page)).toHaveText("Saved");
  release();

  await expect(saveState(mine.page)).toHaveText("Changed by somebody else");
  await saveState(mine.page).click();
  await mine.page.getByRole("button", { name: "Decide what stays" }).click();
  const dialog = mine.page.getByRole("dialog");
  await expect(dialog).toContainText("2 elements were changed on both sides");
  await expect(dialog.getByRole("button", { name: "Join" })).toBeDisabled();
  await dialog.getByRole("radio", { name: /^Mine: .*call/i }).check();
  await dialog.getByRole("radio", { name: /^Theirs: .*start/i }).check();
  await dialog.getByRole("button", { name: "Join" }).click();

  await expect(saveState(mine.page)).toHaveText("Saved");
  for (const { flow } of [mine, theirs]) {
    await expect(flow.element("My call")).toBeVisible();
    await expect(flow.element("Their start")).toBeVisible();
    await expect(flow.element("My variable")).toBeVisible();
  }
});

test("the server dies in mid-save: the edit waits in the browser and is saved when it is back", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  await openFlow(journey);
  project.server.freeze();
  await caption(journey, "Microflow call", "Kept");
  await expect(saveState(page)).toHaveText("Saving …");
  await project.server.crash();
  await expect(saveState(page)).toHaveText("Offline: edits are kept here");
  await caption(journey, "Start", "Also kept");
  await project.server.restart();
  await expect(saveState(page)).toHaveText("Saved");
  const text = projectFiles(project.folder)[file];
  expect(text).toContain('"Kept"');
  expect(text).toContain('"Also kept"');
  expect(project.rivulet("check", project.folder).code).toBe(0);
});

test("the tab is closed before an edit is saved: the next one brings it back", async ({
  page,
  context,
  project,
}) => {
  const journey = await beginJourney(page, project);
  await openFlow(journey);
  project.server.freeze();
  await caption(journey, "Microflow call", "Brought back");
  await expect(saveState(page)).toHaveText("Saving …");
  await page.close();
  await project.server.crash();
  await project.server.restart();
  expect(projectFiles(project.folder)[file]).not.toContain("Brought back");

  const next = await beginJourney(await context.newPage(), project);
  await expect(next.page.getByText("Your last edits are back")).toBeVisible();
  await openFlow(next);
  await expect(next.flow.element("Brought back")).toBeVisible();
  await expect(saveState(next.page)).toHaveText("Saved");
  expect(projectFiles(project.folder)[file]).toContain("Brought back");
});

test("the answer to a save is lost, by the network or by a reload: one's own change is nobody else's", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  await openFlow(journey);
  const network = await holdAnswers(page);
  await caption(journey, "Microflow call", "Arrived");
  await isOnServer(project, "Arrived");
  await caption(journey, "Arrived", "Arrived and edited");
  await caption(journey, "Start", "Edited since");
  network.heal();
  network.fail();
  await expect(saveState(page)).toHaveText("Saved");
  await isOnServer(project, "Arrived and edited");

  const first = await holdAnswers(page);
  await caption(journey, "Arrived and edited", "Before the reload");
  await isOnServer(project, "Before the reload");
  first.heal();
  await page.reload();
  await expect(journey.flow.element("Before the reload")).toBeVisible();
  await expect(saveState(page)).toHaveText("Saved");
  await expect(page.getByText("Your last edits are back")).toBeHidden();

  const second = await holdAnswers(page);
  await caption(journey, "Before the reload", "Sent");
  await isOnServer(project, "Sent");
  await caption(journey, "Sent", "Typed after it");
  await isInJournal(page, "Typed after it");
  second.heal();
  await page.reload();
  await expect(journey.flow.element("Typed after it")).toBeVisible();
  await expect(saveState(page)).toHaveText("Saved");
  await isOnServer(project, "Typed after it");
});

test("an edit that comes back meets what somebody saved meanwhile: a person chooses", async ({
  page,
  context,
  project,
}) => {
  const journey = await beginJourney(page, project);
  await openFlow(journey);
  const { sent } = await holdSaves(page);
  await caption(journey, "Microflow call", "Mine");
  await sent;
  const other = await beginJourney(await context.newPage(), project);
  await openFlow(other);
  await caption(other, "Microflow call", "Theirs");
  await expect(saveState(other.page)).toHaveText("Saved");
  await page.close();

  const next = await beginJourney(await context.newPage(), project);
  await next.page.getByRole("radio", { name: /^Mine: / }).check();
  await next.page.getByRole("button", { name: "Join" }).click();
  await expect(saveState(next.page)).toHaveText("Saved");
  expect(projectFiles(project.folder)[file]).toContain('"Mine"');
});
