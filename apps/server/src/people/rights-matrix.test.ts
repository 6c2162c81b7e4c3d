import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@rivulet/model";
import type { ProjectSketch } from "@rivulet/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Route } from "../http/route.ts";
import { readRoutes } from "../immunity/route-list.test-support.ts";
import { shop } from "../sample-project.test-support.ts";
import { SiteFiles } from "../sites/site-files.ts";
import { keyScopes } from "./caller.ts";
import { allowed, type CallerName, callers, expectedRules, people } from "./expected-rules.test-support.ts";
import { type Client, emailOf, type PeopleServer, startPeopleServer } from "./people.test-support.ts";

const startTimeout = 120_000;

/** Each of these is allowed for a role of its own; `Both` for two. */
const flows = { ForClerks: ["Clerk"], ForManagers: ["Manager"], Both: ["Clerk", "Manager"], ForNobody: [] };
const sketch: ProjectSketch = {
  ...shop,
  securityLevel: "production",
  userRoles: [
    { name: "Clerk", moduleRoles: ["Office.Clerk"] },
    { name: "Boss", moduleRoles: ["Office.Clerk", "Office.Manager"] },
    { name: "Visitor", moduleRoles: [] },
  ],
  demoUsers: [{ name: "Demo clerk", userRoles: ["Clerk"] }],
  demoUsersInProduction: true,
  modules: {
    ...shop.modules,
    Office: {
      roles: ["Clerk", "Manager"],
      microflows: {
        ...Object.fromEntries(
          Object.entries(flows).map(([name, allowedRoles]) => [name, { allowedRoles, elements: {} }]),
        ),
        Inner: { allowedRoles: ["Manager"], elements: {} },
        CallsInner: {
          allowedRoles: ["Clerk"],
          elements: {
            call: { kind: "microflowCall", fields: { call: { microflow: "Office.Inner", arguments: {} } } },
          },
        },
      },
    },
  },
};

const site = await mkdtemp(join(tmpdir(), "rivulet-site-"));
await mkdir(join(site, "assets"));
await writeFile(join(site, "index.html"), "<html><head></head></html>");
await writeFile(join(site, "favicon.svg"), "<svg/>");
const files = new SiteFiles(site);
const routes = await readRoutes({ studio: files, client: files });

let server: PeopleServer;
const clients = new Map<CallerName, Client>();
const clientOf = (name: CallerName) => {
  const client = clients.get(name);
  if (!client) throw new Error(`${name} is nobody.`);
  return client;
};
async function keyOf(owner: Client, name: string, scopes: readonly string[]): Promise<Client> {
  const { body } = await owner.send("POST", "/api/v1/keys", { name, scopes: [...scopes] });
  return server.client(String(body["token"]));
}

beforeAll(async () => {
  server = await startPeopleServer(sketch, { studio: site, client: site });
  clients.set("anonymous", server.client());
  clients.set("administrator", await server.administrator());
  clients.set("guest", await server.person({ name: "Guest", userRoles: ["Visitor"] }));
  clients.set("clerk", await server.person({ name: "Clerk", userRoles: ["Clerk"] }));
  clients.set("viewer", await server.person({ name: "Viewer", authoring: "viewer" }));
  clients.set("builder", await server.person({ name: "Builder", authoring: "builder" }));
  for (const scope of keyScopes)
    clients.set(`key ${scope}`, await keyOf(clientOf("administrator"), scope, [scope]));
  clients.set("key of a guest", await keyOf(clientOf("guest"), "all", keyScopes));
}, startTimeout);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(site, { recursive: true });
});

const nameOf = ({ method, path }: Pick<Route, "method" | "path">) => `${method} ${path}`;
/** An address of the route that leads to nothing that exists: whoever is let in is told so. */
const addressOf = (path: string) => path.replaceAll(/:\w+/g, "Sales.Unknown");

type Verdict = "let in" | "refused";
async function verdictOf(caller: CallerName, method: string, path: string): Promise<Verdict> {
  const { status, code, location } = await clientOf(caller).head(method, addressOf(path));
  const isRefused =
    ["sign-in-needed", "not-allowed"].includes(code ?? "") || (status === 403 && code === undefined);
  return isRefused || location?.startsWith("/sign-in?next=") === true ? "refused" : "let in";
}

const figures = { routes: routes.length, callers: callers.length, requests: 0, otherVerbs: 0 };
afterAll(() => console.log("rights matrix:", JSON.stringify(figures)));

test("every route has a rule here, and the one that its table says", () => {
  expect(Object.fromEntries(routes.map((route) => [nameOf(route), route.access]))).toEqual(expectedRules);
});

describe.each(routes)("$method $path", (route) => {
  test("lets in whom its rule names, and nobody else", async () => {
    const rule = expectedRules[nameOf(route)];
    const lettingIn = rule === undefined ? [] : allowed[rule];
    const expected = callers.map((caller) => [caller, lettingIn.includes(caller) ? "let in" : "refused"]);
    const found: [CallerName, Verdict][] = [];
    for (const caller of callers) {
      found.push([caller, await verdictOf(caller, route.method, route.path)]);
      figures.requests += 1;
      if (nameOf(route) === "DELETE /api/v1/session" && (people as readonly string[]).includes(caller))
        await clientOf(caller).signIn(caller === "administrator" ? "ada@example.org" : emailOf(caller));
    }
    expect(found).toEqual(expected);
  });
});

test("an address answers to no verb but its own", async () => {
  const verbs = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
  const known = new Set(routes.map(nameOf));
  for (const path of new Set(routes.map((route) => route.path)))
    for (const verb of verbs.filter((each) => !known.has(`${each} ${path}`)))
      for (const caller of ["anonymous", "administrator"] as const) {
        // Another route may have a place-holder where this one has a name: what answers is then that route's.
        if (routes.some((route) => route.method === verb && matches(route.path, addressOf(path)))) continue;
        const { status } = await clientOf(caller).head(verb, addressOf(path));
        expect([verb, path, status]).toEqual([verb, path, 404]);
        figures.otherVerbs += 1;
      }
});

test("HEAD is refused where GET is", async () => {
  for (const { path, method, responses } of routes) {
    const isStream = Object.values(responses).some(({ mediaType }) => mediaType === "text/event-stream");
    if (method !== "GET" || isStream) continue;
    const [get, head] = await Promise.all(
      ["GET", "HEAD"].map((verb) => clientOf("anonymous").head(verb, addressOf(path))),
    );
    expect([path, head?.status]).toEqual([path, get?.status]);
  }
});

const demoClerk = { kind: "demoUser", name: "Demo clerk" };
const keys = ["key run-microflows", "key write-project", "key of a guest"] as const;

describe("a microflow is run from outside", () => {
  const runners: readonly (readonly [string, readonly string[]])[] = [
    ["guest", []],
    ["clerk", ["ForClerks", "Both"]],
    ["administrator", []],
    ["builder", []],
    ["key run-microflows", []],
    ["key of a guest", []],
  ];
  test.each(runners)("by %s only with a role that it allows: %j", async (caller, mayRun) => {
    for (const flow of Object.keys(flows)) {
      const { status } = await clientOf(caller as CallerName).send(
        "POST",
        `/api/v1/microflows/Office.${flow}/runs`,
        {},
      );
      expect([flow, status]).toEqual([flow, mayRun.includes(flow) ? 200 : 403]);
    }
  });

  test("with all roles of the person, or with the one that is named", async () => {
    const boss = await server.person({ name: "Boss", userRoles: ["Boss", "Visitor"] });
    const run = (flow: string, body: JsonObject = {}) =>
      boss.outcome("POST", `/api/v1/microflows/Office.${flow}/runs`, body);
    expect(await run("ForManagers")).toBe("200");
    expect(await run("ForNobody")).toBe("403 not-allowed");
    expect(await run("ForManagers", { userRole: "Visitor" })).toBe("403 not-allowed");
    expect(await run("ForManagers", { userRole: "Clerk" })).toBe("403 not-allowed");
    expect(await run("ForManagers", { userRole: "Nobody" })).toBe("404 unknown-role");
    const key = await keyOf(boss, "runs", ["run-microflows"]);
    expect(await key.outcome("POST", "/api/v1/microflows/Office.ForManagers/runs", {})).toBe("200");
  });

  test("as another role or a demo user only by whoever may change the project", async () => {
    const verdicts: [CallerName, string, string][] = [];
    for (const caller of ["guest", "clerk", "viewer", "builder", "administrator", ...keys] as const) {
      const run = (body: JsonObject) =>
        clientOf(caller).outcome("POST", "/api/v1/microflows/Office.ForClerks/runs", body);
      verdicts.push([caller, await run({ demoUser: "Demo clerk" }), await run({ userRole: "Boss" })]);
    }
    const refused = "403 not-allowed";
    expect(verdicts).toEqual([
      ["guest", refused, refused],
      ["clerk", refused, refused],
      ["viewer", refused, refused],
      ["builder", "200", "200"],
      ["administrator", "200", "200"],
      ["key run-microflows", refused, refused],
      ["key write-project", refused, refused],
      ["key of a guest", refused, refused],
    ]);
    const { body } = await clientOf("administrator").get("/api/v1/runs?limit=200");
    expect(body["runs"]).toContainEqual(
      expect.objectContaining({ who: "Builder as Demo clerk (demo user)", as: demoClerk }),
    );
  });

  test("while what it calls is not asked again", async () => {
    const run = (flow: string) =>
      clientOf("clerk").outcome("POST", `/api/v1/microflows/Office.${flow}/runs`, {});
    expect([await run("CallsInner"), await run("Inner")]).toEqual(["200", "403 not-allowed"]);
  });

  test("and a refusal is in the audit log", async () => {
    const { body } = await clientOf("administrator").get("/api/v1/audit?action=microflow-refused&who=clerk");
    expect(body["entries"]).toContainEqual(
      expect.objectContaining({ who: "Clerk", subject: "Office.Inner" }),
    );
  });
});

test("runs of others are seen only by who may look at the project", async () => {
  const ran = await clientOf("clerk").send("POST", "/api/v1/microflows/Office.Both/runs", {});
  const run = `/api/v1/runs/${String(ran.body["runId"])}`;
  const seenBy = async (caller: CallerName) => {
    const { body } = await clientOf(caller).get("/api/v1/runs?limit=200");
    const isListed = (body["runs"] as JsonObject[]).some(({ runId }) => runId === ran.body["runId"]);
    return [isListed, (await clientOf(caller).get(run)).status];
  };
  expect(await seenBy("clerk")).toEqual([true, 200]);
  expect(await seenBy("guest")).toEqual([false, 404]);
  expect(await seenBy("key of a guest")).toEqual([false, 404]);
  expect(await seenBy("viewer")).toEqual([true, 200]);
  expect(await clientOf("guest").outcome("POST", `${run}/cancel`)).toBe("404 unknown-run");
  expect(await clientOf("guest").outcome("POST", `${run}/rerun`, {})).toBe("404 unknown-run");
  expect((await clientOf("guest").head("GET", `${run}/events`)).status).toBe(404);
  const asAda = await clientOf("guest").get("/api/v1/runs?who=Clerk");
  expect(asAda.body["runs"]).toEqual([]);
});

test("runs stay with the account that ran them when names change hands", async () => {
  const robin = await server.person({ name: "Robin", userRoles: ["Clerk"] });
  const ran = await robin.send("POST", "/api/v1/microflows/Office.Both/runs", {});
  const run = `/api/v1/runs/${String(ran.body["runId"])}`;
  const boss = await server.administrator();
  const elder = { name: "Robin the elder", email: "elder@example.org" };
  expect(await boss.outcome("PATCH", `/api/v1/people/${robin.id}`, elder)).toBe("200");
  const younger = await server.person({ name: "Robin", userRoles: ["Clerk"] });
  expect(await robin.outcome("GET", run)).toBe("200");
  expect(await younger.outcome("GET", run)).toBe("404 unknown-run");
  const listed = async (who: typeof robin) =>
    ((await who.get("/api/v1/runs")).body["runs"] as JsonObject[]).map(({ runId }) => runId);
  expect([await listed(robin), await listed(younger)]).toEqual([[ran.body["runId"]], []]);
});

test("the application is another one for everybody, and a session belongs to who began it", async () => {
  const begin = async (caller: CallerName, body: JsonObject = {}) =>
    (await clientOf(caller).send("POST", "/api/v1/app/sessions", body)).body;
  expect(await begin("clerk")).toMatchObject({
    app: { userRole: "Clerk", userRoles: ["Clerk"], person: "Clerk" },
  });
  expect(await begin("administrator")).toMatchObject({ app: { userRoles: [], hasRoles: false } });
  expect(await begin("clerk", { userRole: "Boss" })).toMatchObject({ code: "not-allowed" });
  expect(await begin("clerk", { demoUser: "Demo clerk" })).toMatchObject({ code: "not-allowed" });
  expect((await begin("clerk"))["app"]).not.toHaveProperty("demoUsers");
  expect(await begin("builder", { demoUser: "Demo clerk" })).toMatchObject({
    app: { person: "Builder", demoUser: "Demo clerk", demoUsers: ["Demo clerk"], hasRoles: true },
  });
  const { session } = await begin("clerk");
  const open = (caller: CallerName) =>
    clientOf(caller).outcome("POST", `/api/v1/app/sessions/${String(session)}/pages`, {
      page: "Office.Home",
    });
  expect([await open("clerk"), await open("guest")]).toEqual(["404 unknown-page", "404 unknown-session"]);
});

function matches(path: string, address: string): boolean {
  return new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`).test(address);
}
