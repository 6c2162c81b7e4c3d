import { join } from "node:path";
import type { Browser, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility.ts";
import { runCommand } from "./support/palette.ts";
import { savedFile } from "./support/saved-file.ts";
import { expect, type RunningProject, test } from "./support/studio.ts";
import { StudioPage } from "./support/studio-page.ts";

test.use({ database: "embedded", accounts: true, modules: ["Shop"] });

const images = join(import.meta.dirname, "../test-results/screens");
const password = "Tea-at-4-with-Mary";

/** Judges a part of the screen in both themes; in the other theme only the colours can be others. */
async function look(page: Page, name: string, part: string): Promise<void> {
  for (const [colorScheme, rule] of [
    ["light", undefined],
    ["dark", "color-contrast"],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, { part, rule });
    if (process.env["RIVULET_SCREENSHOTS"] === "all")
      await page.screenshot({ path: join(images, `${name}-${colorScheme}-1280.png`) });
  }
}

/** Uses a one-time link as the person who got it. */
async function useLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByTestId("field-new-password").fill(password);
  await page.getByTestId("field-repeated").fill(password);
  await page.getByTestId("use-link").click();
}

/** Makes a key and copies it down. */
async function makeKey(page: Page, name: string): Promise<string> {
  await runCommand(page, "API keys");
  await page.getByTestId("new-key").click();
  await page.getByTestId("field-name").fill(name);
  await page.keyboard.press("Enter");
  const token = await page.getByTestId("key-token").inputValue();
  await page.getByTestId("shown-once-close").click();
  await expect(page.getByTestId(`key-${name}`)).toContainText("Run microflows");
  return token;
}

/** What a program gets that runs the tutorial's microflow with this key. */
async function runByProgram({ address }: RunningProject, key: string | undefined): Promise<unknown[]> {
  const authorization: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const answer = await fetch(`${address}/api/v1/microflows/MyFirstModule.DS_ListTables/runs`, {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization },
    body: "{}",
  });
  const { status, code } = (await answer.json()) as { status: unknown; code?: string };
  return [answer.status, code ?? status];
}

/** The studio of the first administrator, who has just come in by the link that the server printed. */
async function administrator(page: Page, project: RunningProject): Promise<StudioPage> {
  await page.goto(project.address);
  await expect(page).toHaveURL(`${project.address}/sign-in?next=%2F`);
  await look(page, "sign-in", "main");
  // A page of the same address would only be scrolled.
  await page.goto("about:blank");
  await page.goto(await project.server.firstLink);
  await page.getByTestId("field-name").fill("Ada Lovelace");
  await page.getByTestId("field-new-email").fill("ada@example.org");
  await page.getByTestId("field-new-password").fill("Password12345");
  await page.getByTestId("field-repeated").fill("Password12345");
  await page.getByTestId("use-link").click();
  await expect(page.getByRole("alert")).toContainText("everybody uses");
  await look(page, "first-account", "main");
  await page.getByTestId("field-new-password").fill(password);
  await page.getByTestId("field-repeated").fill(password);
  await page.getByTestId("use-link").click();
  const studio = new StudioPage(page);
  await expect(studio.explorer("MyFirstModule")).toBeVisible();
  await expect(page.getByTestId("account")).toHaveAccessibleName("Account of Ada Lovelace");
  return studio;
}

/** Switches security on, with a role that may run the tutorial's microflow. */
async function makeRole(studio: StudioPage, project: RunningProject): Promise<void> {
  const { page } = studio;
  await studio.explorer("Security").dblclick();
  await page.getByTestId("field-level-production").click();
  await page.getByRole("button", { name: "Add user role" }).click();
  await page.keyboard.type("Reader");
  await page.keyboard.press("Enter");
  await page.getByTestId("user-role-Reader").getByRole("combobox").click();
  await page.getByRole("option", { name: "MyFirstModule.User" }).click();
  const { security } = await savedFile(page, project, "rivulet.json");
  expect(security.userRoles).toContainEqual({ name: "Reader", moduleRoles: ["MyFirstModule.User"] });
}

/** Presses Enter in a field of a form, and once more while the server has not answered: it is asked once. */
async function pressTwice(field: Locator, address: string): Promise<void> {
  const page = field.page();
  const pressed = Promise.withResolvers<void>();
  const asked: string[] = [];
  await page.route(address, async (route) => {
    const method = route.request().method();
    if (method !== "GET") asked.push(method);
    if (method !== "GET") await pressed.promise;
    await route.continue();
  });
  await field.press("Enter");
  await expect.poll(() => asked.length).toBe(1);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  pressed.resolve();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(asked).toHaveLength(1);
  await page.unroute(address);
}

/** Makes a demo user of each role, who counts at this level too. */
async function makeDemoUsers({ page }: StudioPage, project: RunningProject): Promise<void> {
  await page.getByTestId("demo-user-of-each-role").click();
  await expect(page.getByTestId("demo-user-demo_reader")).toContainText("Reader");
  await page.getByTestId("field-demoUsersInProduction").click();
  const { security } = await savedFile(page, project, "rivulet.json");
  expect(security.demoUsers).toContainEqual({ name: "demo_reader", userRoles: ["Reader"] });
  expect(security.demoUsersInProduction).toBe(true);
  await look(page, "security", ".rv-page");
}

/** Ada, who has no role herself, runs and uses what she builds as a demo user. */
async function tryAsDemoUser(studio: StudioPage, project: RunningProject): Promise<void> {
  const { page, runStatus } = studio;
  await page.keyboard.press("Alt+F5");
  await page.getByTestId("field-runAs").click();
  await page.getByRole("option", { name: "demo_reader" }).click();
  await look(page, "run-as", "[role=dialog]");
  await page.getByTestId("run-with-parameters").click();
  await expect(runStatus).toContainText("Completed");
  await expect(page.getByTestId("run-as")).toHaveText("as demo_reader");
  await page.goto(`${project.address}/app`);
  await expect(page.getByText("You have no role here yet")).toBeVisible();
  await page.getByTestId("try-as").selectOption("demo_reader");
  await expect(page.getByTestId("widget-listView1").getByRole("listitem")).toHaveCount(3);
  await look(page, "app-as-demo-user", "body");
  await page.goto(project.address);
  await expect(studio.explorer("MyFirstModule")).toBeVisible();
}

/** Adds a person who looks at the project and has the role; gives the link for that person. */
async function addReader(page: Page): Promise<string> {
  await runCommand(page, "Open people");
  await page.getByTestId("add-person").click();
  await page.getByTestId("field-name").fill("Grace Hopper");
  await page.getByTestId("field-email").fill("grace@example.org");
  await page.getByTestId("field-authoring").click();
  await page.getByRole("option", { name: "Viewer" }).click();
  await page.getByTestId("field-userRoles").click();
  await page.getByRole("option", { name: "Reader" }).click();
  await page.keyboard.press("Tab");
  await look(page, "add-person", "[role=dialog]");
  await page.getByTestId("add-person-submit").click();
  const link = await page.getByTestId("one-time-link").inputValue();
  await page.getByTestId("shown-once-close").click();
  await expect(page.getByTestId("person-grace@example.org")).toContainText("Has not set a password yet");
  await look(page, "people", ".rv-page");
  return link;
}

/** Grace runs what only her role may run, in the studio, in the application and by a program; gives her key. */
async function runAsReader(browser: Browser, project: RunningProject, link: string): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await useLink(page, link);
  const studio = new StudioPage(page);
  await studio.openDocument("MyFirstModule.DS_ListTables");
  await expect(page.getByRole("navigation", { name: "Open document" })).toContainText("Read-only");
  await studio.run();
  await expect(studio.runStatus).toContainText("Completed");
  const key = await makeKey(page, "nightly");
  await page.goto(`${project.address}/app`);
  await expect(page.getByTestId("widget-listView1").getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText("Grace Hopper")).toBeVisible();
  await page.getByTestId("sign-out").click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fapp/);
  await context.close();
  return key;
}

test("people come in by a link, run what their role may run, are refused the rest, and all of it is in the audit log", async ({
  page,
  browser,
  project,
}) => {
  // One journey with two people and a database that starts with it.
  test.slow();
  const studio = await administrator(page, project);
  await makeRole(studio, project);
  await makeDemoUsers(studio, project);

  await studio.unfold("Shop");
  await studio.explorer("Shop.PaymentKey").dblclick();
  await page.getByTestId("set-secret-all").click();
  const secret = page.getByTestId("field-secret");
  await expect(secret).toBeFocused();
  await secret.fill("hush");
  await pressTwice(secret, "**/api/v1/secrets/**");
  await expect(page.getByTestId("secret-of-all")).toContainText("Set since");

  const keyOfReader = await runAsReader(browser, project, await addReader(page));

  // An administrator of the server has no role in the application.
  await studio.openDocument("MyFirstModule.DS_ListTables");
  await studio.run();
  await expect(page.getByText("You may not run MyFirstModule.DS_ListTables").first()).toBeVisible();
  await tryAsDemoUser(studio, project);
  const keyOfAda = await makeKey(page, "hers");
  expect(await runByProgram(project, keyOfReader)).toEqual([200, "completed"]);
  expect(await runByProgram(project, keyOfAda)).toEqual([403, "not-allowed"]);
  expect(await runByProgram(project, undefined)).toEqual([401, "sign-in-needed"]);
  await look(page, "keys", ".rv-page");

  await runCommand(page, "audit log");
  await expect(page.getByTestId("audit-secret-kept")).toContainText(
    "Ada LovelaceSet a secretShop.PaymentKey",
  );
  const refusals = page.getByTestId("audit-microflow-refused");
  await expect(refusals).toHaveCount(2);
  await expect(refusals.first()).toContainText("Ada Lovelace (key hers)");
  await look(page, "audit", ".rv-page");
  await page.getByTestId("field-who").fill("grace");
  await expect(refusals).toHaveCount(0);
  await expect(page.getByTestId("audit-link-used")).toContainText("Grace Hopper");

  // What Ada ran as the demo user, from the studio and from the page; and Grace's runs, from the list to the canvas.
  await page.keyboard.press("Alt+r");
  const runs = page.getByTestId("runs-table").locator("tbody tr");
  await expect(runs.filter({ hasText: "Ada Lovelace as demo_reader (demo user)" })).toHaveCount(2);
  await look(page, "runs-as", ".rv-runs-panel");
  await runs
    .filter({ hasText: "Grace Hopper" })
    .getByRole("button", { name: /^DS_ListTables/ })
    .last()
    .click();
  await expect(studio.runStatus).toContainText("Completed");
  await expect(page.locator("[data-testid^=run-mark-]").first()).toBeVisible();
});
