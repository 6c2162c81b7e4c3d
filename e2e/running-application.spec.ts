import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expectAccessible } from "./support/accessibility.ts";
import { expect, type RunningProject, test } from "./support/studio.ts";

const overview = "modules/MyFirstModule/pages/Table_Overview.json";

/** Changes a file of the project, as an editor beside Rivulet does. */
async function edit(
  { folder }: RunningProject,
  file: string,
  change: (text: string) => string,
): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, "utf8")));
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the application shows the tables, ${colorScheme}`, async ({ page, project }) => {
    await page.emulateMedia({ colorScheme });
    const faults: string[] = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${project.address}/app`);
    const rows = page.getByTestId("widget-listView1").getByRole("listitem");
    await expect(rows).toHaveText(["Customers", "Orders", "Products"]);
    await expect(page).toHaveURL(`${project.address}/app/MyFirstModule.Table_Overview`);
    await expect(page).toHaveTitle("Tables · Tutorial");
    await expect(page.getByRole("link", { name: "Tables" })).toHaveAttribute("aria-current", "page");
    await expectAccessible(page);
    expect(faults).toEqual([]);
  });
}

test("a change of the project is shown at once, with more rows at a click", async ({ page, project }) => {
  await page.goto(`${project.address}/app`);
  const rows = page.getByTestId("widget-listView1").getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await edit(project, overview, (text) => text.replace('"pageSize": 5', '"pageSize": 2'));
  await expect(rows).toHaveCount(2);
  await page.getByRole("button", { name: "Load more (2 of 3)" }).click();
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole("button", { name: /Load more/ })).toBeHidden();
  await expect(rows.last()).toBeFocused();
});

test("an author goes from a widget to the studio, whose console tells of the application; it is stopped and started", async ({
  page,
  project,
}) => {
  await page.goto(`${project.address}/app`);
  const rows = page.getByTestId("widget-listView1").getByRole("listitem");
  await expect(rows).toHaveCount(3);
  const opened = page.waitForEvent("popup");
  await page.getByRole("heading", { name: "Tables", level: 1 }).click({ modifiers: ["Alt"] });
  const studio = await opened;
  await expect(studio.getByTestId("widget-text1")).toHaveAttribute("aria-selected", "true");
  await studio.getByTestId("live-data").click();
  await expect(studio.getByTestId("live-data-bar")).toContainText("This runs MyFirstModule.DS_ListTables");
  await expect(studio.getByTestId("live-page")).toBeHidden();
  await studio.getByTestId("run-live-data").click();
  const data = studio.getByTestId("live-page").contentFrame();
  await expect(data.getByRole("listitem")).toHaveText(["Customers", "Orders", "Products"]);
  await data.getByRole("listitem").filter({ hasText: "Orders" }).click();
  await expect(data.locator("[data-inspected]").first()).toHaveText("Customers");
  await studio.getByTestId("pane-tab-console").click();
  const lines = studio.getByTestId("console").getByRole("paragraph");
  await expect(lines.filter({ hasText: "Page MyFirstModule.Table_Overview was opened." })).toHaveCount(1);
  const call = lines.filter({ hasText: "from listView1 on MyFirstModule.Table_Overview" });
  // Once for the application, once for the live data.
  await expect(call).toHaveCount(2);
  await expect(call.first()).toContainText("completed in");
  await expectAccessible(studio);
  await studio.getByTestId("console-filter").fill("opened the");
  await expect(lines).toHaveCount(1);
  await studio.getByTestId("console-filter").fill("");
  await call.first().getByRole("button", { name: "Open run" }).click();
  await expect(studio.getByTestId("run-status")).toContainText("Completed");

  await studio.getByTestId("stop-application").click();
  await expect(page.getByText("The application is stopped")).toBeVisible();
  await expect(studio.getByTestId("stop-application")).toBeHidden();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Start it again" }).click();
  await expect(rows).toHaveCount(3);
  await studio.keyboard.press("Shift+F5");
  await expect(page.getByText("The application is stopped")).toBeVisible();
});

test("with security on, a role without rights gets no menu item, and no page by its address", async ({
  page,
  project,
}) => {
  await edit(project, "rivulet.json", (text) => text.replace('"level": "off"', '"level": "production"'));
  await page.goto(`${project.address}/app`);
  await expect(page.getByTestId("widget-listView1").getByRole("listitem")).toHaveCount(3);
  await page.getByLabel("Try it as").selectOption("Administrator");
  await expect(page.getByText("This role sees nothing yet")).toBeVisible();
  await expect(page.getByRole("link", { name: "Tables" })).toBeHidden();
  await page.goto(`${project.address}/app/MyFirstModule.Table_Overview`);
  await expect(page.getByRole("alert")).toContainText("This page is not for you");
});

test.describe("a page in a layout of the project", () => {
  test.use({ modules: ["Screens"] });

  test("does what microflows ask of the screen, and leads on while the layout stays", async ({
    page,
    project,
  }) => {
    await page.goto(`${project.address}/app/Screens.First`);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const told = page.getByTestId("message");
    await test.step("a message that blocks is read first; what comes after it waits", async () => {
      await press("Say");
      await expect(page.getByRole("alertdialog")).toHaveText(/Read this first\./);
      await expect(told).toHaveCount(1);
      await expectAccessible(page);
      await press("OK");
      await expect(told).toHaveText(/Then this\./);
    });
    await test.step("a file is saved under a name without folders", async () => {
      const downloaded = page.waitForEvent("download");
      await press("Export");
      const file = await downloaded;
      expect(file.suggestedFilename()).toBe("appointments.csv");
      expect(await readFile(await file.path(), "utf8")).toBe("due;2026");
    });
    await test.step("a date is chosen, and what depends on it follows", async () => {
      await page.getByLabel("Due").fill("2031-05-06");
      await page.getByLabel("Due").press("Enter");
      await expect(page.getByTestId("widget-year")).toHaveText("Due in 2031");
      await expect(page.getByLabel("Due")).toHaveValue("2031-05-06");
    });
    await test.step("by its pattern it is typed, or chosen from the calendar", async () => {
      const written = page.getByLabel("At", { exact: true });
      await expect(written).toHaveValue("Tuesday 6 May 2031, 00:00");
      await written.fill("7 may 2031, 9:30");
      await written.press("Enter");
      await expect(page.getByLabel("Due")).toHaveValue("2031-05-07");
      await expect(written).toHaveValue("Wednesday 7 May 2031, 09:30");
      await written.fill("30 February 2031, 9:30");
      await written.press("Enter");
      await expect(written).toHaveAccessibleDescription(/^This is no such moment\. Write it like /);
      await expect(page.getByRole("button", { name: "Choose a date and a time" })).toBeVisible();
      await page.getByTestId("widget-written").locator("[type=datetime-local]").fill("2031-05-08T10:45");
      await expect(written).toHaveValue("Thursday 8 May 2031, 10:45");
      await expect(written).not.toHaveAccessibleDescription(/./);
      await expect(page.getByLabel("Due")).toHaveValue("2031-05-08");
    });
    await test.step("the layout is the same element on the next page", async () => {
      const layout = page.getByTestId("layout-Screens.Around");
      await layout.evaluate((element) => element.setAttribute("data-seen", "true"));
      await press("To the second");
      await expect(page.getByRole("heading", { name: "Second" })).toBeVisible();
      await expect(layout).toHaveAttribute("data-seen", "true");
      await page.goBack();
      await expect(page.getByLabel("Due")).toHaveValue("2031-05-08");
    });
    await test.step("while a microflow runs the page says so, and nothing else can be done", async () => {
      await press("Work");
      await expect(page.getByText("The work is under way.")).toBeVisible();
      await page.request.put(`${project.address}/api/v1/app`, { data: { isRunning: false } });
      await expect(page.getByText("The application is stopped")).toBeVisible();
      await expect(page.getByText("The work is under way.")).toBeHidden();
    });
  });
});
