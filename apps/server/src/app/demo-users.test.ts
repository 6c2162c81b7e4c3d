import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@rivulet/model";
import type { ProjectSketch } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const button = (name: string, microflow: string) => ({
  kind: "button",
  name,
  fields: {
    caption: { text: name, arguments: [] },
    look: "default",
    onClick: { kind: "callMicroflow", microflow, arguments: {} },
  },
});
const whoami = {
  returns: "String",
  elements: {},
  result: "if $currentUser = empty then 'nobody' else $currentUser/FullName",
};

/** Clerks may ask who they are, managers may not; Clara is a clerk, and nobody has ever made Max something. */
const sketch: ProjectSketch = {
  configurations: [{ name: "Local", kind: "aws", constants: {} }],
  securityLevel: "prototype",
  userRoles: [
    { name: "Clerk", moduleRoles: ["Sales.Clerk"] },
    { name: "Manager", moduleRoles: ["Sales.Manager"] },
  ],
  demoUsers: [
    { name: "Clara", userRoles: ["Clerk", "Gone"] },
    { name: "Max", userRoles: [] },
  ],
  navigation: { homePage: "Sales.Home", menu: [] },
  modules: {
    Sales: {
      roles: ["Clerk", "Manager"],
      microflows: { WhoAmI: { ...whoami, allowedRoles: ["Clerk"] } },
      pages: {
        Home: { visibleFor: ["Clerk"], widgets: [button("ask", "Sales.WhoAmI")] },
        Office: { visibleFor: ["Manager"], widgets: [] },
      },
    },
  },
};
const started = (more: Partial<ProjectSketch> = {}) => startTestServer({}, { ...sketch, ...more });
const begin = (server: TestServer, body: JsonObject) => server.send("POST", "/api/v1/app/sessions", body);

async function open(server: TestServer, body: JsonObject) {
  const begun = await begin(server, body);
  const send = async (what: string, request: JsonObject) =>
    (await server.send("POST", `/api/v1/app/sessions/${String(begun.body["session"])}/${what}`, request))
      .body;
  return { app: begun.body["app"], send };
}

async function lastRun(server: TestServer): Promise<JsonObject> {
  const [run] = (await server.get("/api/v1/runs?limit=1")).body["runs"] as JsonObject[];
  return run ?? {};
}

test("the application is used as a demo user: with the roles, the pages and the name of this user", async () => {
  await using server = await started();
  const { app, send } = await open(server, { demoUser: "Clara" });
  expect(app).toMatchObject({ demoUser: "Clara", demoUsers: ["Clara", "Max"], homePage: "Sales.Home" });
  const { opening } = await send("pages", { page: "Sales.Home" });
  await send("clicks", { opening: String(opening), widget: "Sales.Home.ask" });
  expect(await lastRun(server)).toMatchObject({
    microflow: "Sales.WhoAmI",
    status: "completed",
    who: "Clara (demo user)",
    as: { kind: "demoUser", name: "Clara" },
  });
  expect(await send("pages", { page: "Sales.Office" })).toMatchObject({ code: "not-allowed" });
  expect(await open(server, { demoUser: "Max" })).toMatchObject({
    app: { demoUser: "Max", hasRoles: false },
  });
});

test("demo users count in production only where security says so, and never where it is off", async () => {
  await using production = await started({ securityLevel: "production" });
  expect((await begin(production, {})).body["app"]).not.toHaveProperty("demoUsers");
  expect((await begin(production, { demoUser: "Clara" })).body).toMatchObject({
    code: "unknown-demo-user",
    detail: expect.stringContaining("do not count at the level Production"),
  });
  await using allowed = await started({ securityLevel: "production", demoUsersInProduction: true });
  expect((await begin(allowed, { demoUser: "Clara" })).status).toBe(200);
  await using off = await started({ securityLevel: "off", demoUsersInProduction: true });
  expect((await begin(off, { demoUser: "Clara" })).status).toBe(404);
});

test("a microflow is run as a user role or a demo user, refused in words, and repeated as the same", async () => {
  await using server = await started();
  expect((await server.run("WhoAmI")).body).toMatchObject({ result: "nobody", who: null });
  const asClara = await server.run("WhoAmI", { demoUser: "Clara" });
  expect(asClara.body).toMatchObject({ result: "Clara", who: "Clara (demo user)" });
  expect((await server.run("WhoAmI", { userRole: "Clerk" })).body).toMatchObject({
    result: "nobody",
    as: { kind: "userRole", name: "Clerk" },
  });
  expect((await server.run("WhoAmI", { userRole: "Manager" })).body).toMatchObject({
    code: "not-allowed",
    detail: expect.stringContaining("It is for Sales.Clerk; the user role Manager holds none of them."),
  });
  expect((await server.run("WhoAmI", { demoUser: "Max" })).body).toMatchObject({
    detail: expect.stringContaining("the demo user Max holds none of them"),
  });
  expect((await server.run("WhoAmI", { demoUser: "Nobody" })).body).toMatchObject({
    code: "unknown-demo-user",
  });
  expect((await server.run("WhoAmI", { demoUser: "Max", userRole: "Clerk" })).status).toBe(400);
  const again = await server.send("POST", `/api/v1/runs/${String(asClara.body["runId"])}/rerun`, {});
  expect(again.body).toMatchObject({ result: "Clara", as: { kind: "demoUser", name: "Clara" } });
});

async function setLevel({ folder }: TestServer, from: string, to: string): Promise<void> {
  const path = join(folder, "rivulet.json");
  const content = await readFile(path, "utf8");
  expect(content).toContain(`"level": "${from}"`);
  await writeFile(path, content.replace(`"level": "${from}"`, `"level": "${to}"`));
}

test("security that is switched on counts for a session that is open: it goes on as the first role", async () => {
  await using server = await started({ securityLevel: "off" });
  const { app, send } = await open(server, {});
  expect(app).toMatchObject({ userRoles: [] });
  const { opening } = await send("pages", { page: "Sales.Office" });
  await setLevel(server, "off", "production");
  expect(await send("pages", { page: "Sales.Office" })).toMatchObject({ code: "not-allowed" });
  expect(await send("resumptions", { pages: [{ opening: String(opening), typing: [] }] })).toMatchObject({
    app: { userRole: "Clerk", userRoles: ["Clerk", "Manager"], homePage: "Sales.Home" },
    pages: [{ reason: "This page is not for you: none of your roles may see it." }],
  });
});

test("a demo user stays the one whose session it is while security is switched off and on again", async () => {
  await using server = await started();
  const { send } = await open(server, { demoUser: "Clara" });
  await setLevel(server, "prototype", "off");
  expect((await send("pages", { page: "Sales.Office" }))["opening"]).toBeDefined();
  await setLevel(server, "off", "prototype");
  expect(await send("pages", { page: "Sales.Office" })).toMatchObject({ code: "not-allowed" });
  expect(await send("resumptions", { pages: [] })).toMatchObject({ app: { demoUser: "Clara" } });
});
