import { expect, test } from "./support/studio.ts";

test.use({ modules: ["Trials"] });

test("the page of the API tries microflows with parameters of every type, and shows how they fail", async ({
  page,
  project,
}) => {
  await page.goto(`${project.address}/api/docs`);
  const result = page.getByRole("region", { name: "Result" });
  const run = async (name: string) => {
    await page.getByRole("navigation", { name: "Microflows" }).getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await page.getByRole("button", { name: "Run" }).click();
  };

  // What the page proposes runs as it is: an object, a list, a date, an enumeration, numbers.
  await run("Take");
  await expect(result).toContainText("completed");
  for (const text of ['"$entity": "Trials.Order"', '"State": "Open"', '"Total": "0"', '"IsUrgent": false'])
    await expect(result).toContainText(text);

  await run("Divide");
  await expect(result).toContainText("failed");
  await expect(result).toContainText('"activity": "Trials.Divide.end"');

  await page.getByLabel("Parameters, as JSON").fill('{ "By": "many" }');
  await page.getByRole("button", { name: "Run" }).click();
  await expect(result).toContainText("wrong-parameters");
});
