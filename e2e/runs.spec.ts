import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

test.use({ database: "embedded" });

const images = join(import.meta.dirname, "../test-results/screens");

/** The trace that a run from outside belongs to. */
const traceId = "0af7651916cd43dd8448eb211c80319c";

/** Judges the page in both themes. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page);
    if (process.env["RIVULET_SCREENSHOTS"] === "all")
      await page.screenshot({ path: join(images, `${name}-${colorScheme}-1280.png`) });
  }
}

const rows = (page: Page) => page.getByTestId("runs-table").locator("tbody tr");

test("runs outlive a server that is killed: found, opened on the canvas, repeated, compared", async ({
  page,
  project,
}) => {
  const studio = new StudioPage(page);
  await studio.open(project.address);
  await page.keyboard.press("Alt+r");
  await expect(page.getByTestId("runs-empty")).toContainText("Nothing has run yet");
  await look(page, "runs-empty");

  await studio.openDocument("MyFirstModule.CountTables");
  await page.keyboard.press("F5");
  await page.getByTestId("field-NamePart").fill("Orders");
  await page.keyboard.press("Enter");
  await expect(studio.runStatus).toContainText("Completed");

  await project.server.crash();
  await project.server.restart();
  await page.reload();
  await studio.explorer("Runs").dblclick();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("CompletedCountTables MyFirstModule");

  // Opened on the canvas, with its way, its values and what it was given.
  await rows(page)
    .getByRole("button", { name: /^CountTables/ })
    .click();
  await expect(studio.runStatus).toContainText("Completed");
  await expect(page.locator("[data-testid^=run-mark-]").first()).toBeVisible();
  await expect(page.locator("[data-testid^=run-flow-]").first()).toBeAttached();
  await expect(page.getByTestId("run-result")).toContainText("1");
  await page.getByTestId("run-tab-parameters").click();
  await expect(page.getByRole("region", { name: "NamePart" })).toContainText("Orders");

  // Repeated with the same; then one with another parameter from outside, which shows up by itself.
  await page.keyboard.press("Alt+r");
  await page.getByTestId("rerun").click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("Completed");
  const answer = await page.request.post(
    `${project.address}/api/v1/microflows/MyFirstModule.CountTables/runs`,
    {
      data: { parameters: { NamePart: "nothing" }, trace: true },
      headers: { traceparent: `00-${traceId}-b7ad6b7169203331-01` },
    },
  );
  expect(await answer.json()).toMatchObject({ status: "completed", result: 0, traceId });
  await expect(rows(page)).toHaveCount(3);

  // The keyboard chooses two.
  await rows(page).nth(0).getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await rows(page).nth(2).getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await page.getByTestId("compare-runs").click();
  const comparison = page.getByTestId("comparison");
  await expect(comparison.getByTestId("compared-NamePart")).toHaveText(/NamePart.*Orders.*nothing/s);
  await expect(comparison.getByTestId("compared-result")).toHaveAttribute("data-same", "false");
  await expect(comparison.getByTestId("path-difference")).toBeVisible();
  await expect(comparison).toContainText(traceId);
  await page.getByTestId("pane-tab-run").click();
  await look(page, "runs-compared");
  await page.getByRole("button", { name: "Close the comparison" }).click();
  await look(page, "runs");

  await page.getByTestId("filter-error").fill("no such error");
  await expect(page.getByTestId("runs-empty")).toContainText("No run fits the filter.");
  await page.getByTestId("runs-empty").getByRole("button", { name: "Clear filters" }).click();
  await expect(rows(page)).toHaveCount(3);
});

test.describe("in memory", () => {
  test.use({ database: "none", modules: ["Trials"] });

  test("a run is ended from the list, and a microflow that has changed since says so", async ({
    page,
    project,
  }) => {
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await page.keyboard.press("Alt+r");
    const runs = `${project.address}/api/v1/microflows/Trials.Wait/runs`;
    await page.request.post(runs, { data: { wait: false, trace: true } });
    await expect(rows(page)).toContainText("RunningWait Trials");
    await page.getByTestId("cancel-this-run").click();
    await expect(rows(page)).toContainText("CancelledWait Trials");

    await studio.openDocument("Trials.Wait");
    await page.getByTestId("pane-tab-properties").click();
    await studio.node("Trials.Wait.work").click();
    await page.getByTestId("pane-properties").getByTestId("field-caption").fill("Changed");
    await expect(page.getByTestId("save-state")).toHaveText("Saved");
    await page.keyboard.press("Alt+r");
    await rows(page).getByRole("button", { name: /^Wait/ }).click();
    await expect(page.getByTestId("run-flow-changed")).toBeVisible();
    await expect(page.getByTestId("run-mark-Trials.Wait.work")).toBeVisible();
    await look(page, "run-flow-changed");
  });
});
