import { tablesByBareSdk } from "./support/bare-sdk.ts";
import { beginJourney } from "./support/journey.ts";
import { expect, test } from "./support/studio.ts";
import { addEntityByMouse } from "./support/tutorial/entity-by-mouse.ts";
import { callListTablesByMouse } from "./support/tutorial/list-tables-by-mouse.ts";
import { returnNamesByMouse } from "./support/tutorial/names-by-mouse.ts";
import { prepareRequestByMouse } from "./support/tutorial/request-by-mouse.ts";

test.use({ template: "blank" });

test("steps 1 to 48 of the tutorial by mouse give the tables that the bare SDK gives", async ({
  page,
  project,
}) => {
  const journey = await beginJourney(page, project);
  const { studio } = journey;
  await addEntityByMouse(journey);
  await callListTablesByMouse(journey);
  await prepareRequestByMouse(journey);
  await returnNamesByMouse(journey);

  await test.step("F5 runs it", async () => {
    await expect(page.getByTestId("problem-count")).toHaveText("No problems");
    await page.keyboard.press("F5");
    await expect(studio.runStatus).toContainText("Completed");
  });
  await test.step("the result equals that of the bare SDK", async () => {
    const tables = await tablesByBareSdk(project.folder, "us-east-1");
    expect(tables.length).toBeGreaterThan(0);
    expect(await studio.resultColumn("TableName")).toEqual(tables);
  });
});
