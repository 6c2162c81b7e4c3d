import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

/** A microflow whose only activity fails. */
const failing = {
  format: "rivulet/microflow",
  version: 2,
  id: "fails",
  name: "Fails",
  allowedRoles: [],
  elements: [
    { id: "fails.start", kind: "start", fields: {} },
    {
      id: "fails.number",
      kind: "createVariable",
      caption: "Read the number",
      fields: { type: { kind: "integer" }, value: "parseInteger('x')", output: "Number" },
    },
    { id: "fails.end", kind: "end", fields: { returnValue: "$Number" } },
  ],
  returnType: { kind: "integer" },
  sequenceFlows: [
    { id: "fails.flow1", from: "fails.start", to: "fails.number" },
    { id: "fails.flow2", from: "fails.number", to: "fails.end" },
  ],
};

const layout = {
  format: "rivulet/layout",
  version: 1,
  placements: {
    "fails.start": { x: 40, y: 114 },
    "fails.number": { x: 140, y: 100 },
    "fails.end": { x: 420, y: 114 },
  },
};

test.beforeEach(({ project }) => {
  const path = join(project.folder, "modules/MyFirstModule/microflows/Fails");
  writeFileSync(`${path}.layout.json`, JSON.stringify(layout));
  writeFileSync(`${path}.json`, JSON.stringify(failing));
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`an error handler is drawn by a key, seen in a run, and undone (${colorScheme})`, async ({
    page,
    project,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const studio = new StudioPage(page);
    await studio.open(project.address);
    await studio.openDocument("MyFirstModule.Fails");
    await studio.node("fails.number").click();
    await page.keyboard.press("e");
    const log = studio.canvas.getByRole("button", { name: /^Log message/ });
    await expect(log).toBeVisible();
    await expect(studio.canvas.getByText("on error")).toBeVisible();
    await expect(studio.canvas.getByRole("button", { name: /^Error event/ })).toBeVisible();

    await studio.run();
    await expect(studio.runStatus).toContainText("Failed");
    await expect(page.getByTestId("run-mark-fails.number")).toHaveAttribute("data-run", "handled");
    await studio.node("fails.number").click();
    await page.getByRole("tab", { name: "Values" }).click();
    await expect(page.getByTestId("step-error")).toContainText("The error handler was taken.");
    await page.screenshot({ path: test.info().outputPath(`error-handler-${colorScheme}.png`) });
    await expectAccessible(page);

    await page.getByRole("tab", { name: "Properties" }).click();
    await page.getByTestId("field-errorHandling").click();
    await page.getByRole("option", { name: "Continue" }).click();
    await expect(studio.canvas.getByText("on error")).toHaveCount(0);
    await studio.canvas.click({ position: { x: 20, y: 20 } });
    await page.keyboard.press("Control+z");
    await expect(studio.canvas.getByText("on error")).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(log).toHaveCount(0);
  });
}
