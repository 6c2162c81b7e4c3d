import type { JsonObject } from "@rivulet/model";
import { changeList, changeObject, createList, createObject, type ProjectSketch } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const words = (name: string, expression: string) => ({
  kind: "text",
  name,
  fields: { content: { text: "{1}", arguments: [expression] }, render: "text" },
});
const button = (name: string, onClick: JsonObject) => ({
  kind: "button",
  name,
  fields: { caption: { text: name, arguments: [] }, look: "default", onClick },
});

/** A shop whose clerks see the orders, open one, and mark it as paid; managers see nothing of it. */
const shop: ProjectSketch = {
  securityLevel: "production",
  userRoles: [
    { name: "Clerk", moduleRoles: ["Sales.Clerk"] },
    { name: "Manager", moduleRoles: ["Sales.Manager"] },
  ],
  navigation: {
    homePage: "Sales.Orders",
    menu: [{ id: "orders", caption: "Orders", action: { kind: "showPage", page: "Sales.Orders" } }],
  },
  modules: {
    Sales: {
      roles: ["Clerk", "Manager"],
      entities: { Order: { attributes: { Number: "Long", Note: "String", Secret: "String" } } },
      microflows: {
        AllOrders: {
          returns: "List(Sales.Order)",
          allowedRoles: ["Clerk"],
          elements: {
            list: createList("Sales.Order", "Orders"),
            first: createObject("Sales.Order", "First", { Number: "1", Secret: "'hush'" }),
            add: changeList("Orders", "add", "$First"),
            second: createObject("Sales.Order", "Second", { Number: "2", Secret: "'hush'" }),
            again: changeList("Orders", "add", "$Second"),
          },
          result: "$Orders",
        },
        Pay: {
          parameters: { Order: "Object(Sales.Order)" },
          allowedRoles: ["Clerk"],
          elements: { change: changeObject("Order", { Note: "'paid'" }) },
        },
        Fail: { allowedRoles: ["Clerk"], returns: "Decimal", elements: {}, result: "1 div 0.0" },
        ForManagers: { allowedRoles: ["Manager"], elements: {} },
      },
      pages: {
        Orders: {
          visibleFor: ["Clerk"],
          widgets: [
            {
              kind: "listView",
              name: "list",
              fields: {
                source: { kind: "microflow", microflow: "Sales.AllOrders", arguments: {} },
                pageSize: 1,
                onClick: { kind: "showPage", page: "Sales.Edit" },
              },
              widgets: [words("number", "$currentObject/Number")],
            },
            button("fail", { kind: "callMicroflow", microflow: "Sales.Fail" }),
            button("forManagers", { kind: "callMicroflow", microflow: "Sales.ForManagers" }),
          ],
        },
        Edit: {
          visibleFor: ["Clerk"],
          layout: "popup",
          parameters: { Order: "Sales.Order" },
          widgets: [
            words("note", "$Order/Note"),
            button("pay", {
              kind: "callMicroflow",
              microflow: "Sales.Pay",
              arguments: { Order: "$Order" },
            }),
            button("close", { kind: "closePage" }),
          ],
        },
      },
    },
  },
};

const base = "/api/v1/app/sessions";

async function begin(server: TestServer, userRole?: string) {
  const { body } = await server.send("POST", base, userRole === undefined ? {} : { userRole });
  const session = String(body["session"]);
  const send = (what: string, request: JsonObject) =>
    server.send("POST", `${base}/${session}/${what}`, request);
  return { app: body["app"] as JsonObject, session, send };
}

interface Shown {
  readonly opening: string;
  readonly widgets: readonly (JsonObject & { readonly rows?: readonly { readonly object: string }[] })[];
}
const shown = (body: JsonObject) => body as unknown as Shown;
const steps = (body: JsonObject) => body["steps"] as unknown as readonly JsonObject[];

describe("the running application", () => {
  test("shows a clerk the orders, opens one from its row, changes it and shows it again", async () => {
    await using server = await startTestServer({}, shop);
    const { app, send } = await begin(server, "Clerk");
    expect(app).toMatchObject({ homePage: "Sales.Orders", userRole: "Clerk", menu: [{ caption: "Orders" }] });
    const page = shown((await send("pages", { page: "Sales.Orders" })).body);
    const [list] = page.widgets;
    expect(list).toMatchObject({
      rest: { kind: "more", total: 2 },
      isClickable: true,
      rows: [{ children: [{ text: "1" }] }],
    });
    const at = { opening: page.opening, list: String(list?.["list"]), from: 1 };
    expect((await send("rows", at)).body).toMatchObject({
      rows: [{ children: [{ text: "2" }] }],
      rest: { kind: "none" },
    });
    const object = list?.rows?.[0]?.object ?? "";
    const opened = await send("clicks", { opening: page.opening, widget: "Sales.Orders.list", object });
    expect(steps(opened.body)).toMatchObject([
      { kind: "show", page: { layout: "popup", widgets: [{ text: "" }, {}, {}] } },
    ]);
    const { opening } = shown(steps(opened.body)[0]?.["page"] as JsonObject);
    const paid = await send("clicks", { opening, widget: "Sales.Edit.pay" });
    expect(steps(paid.body)).toMatchObject([
      { kind: "refresh", page: { widgets: [{ text: "paid" }, {}, {}] } },
    ]);
    const closed = await send("clicks", { opening, widget: "Sales.Edit.close" });
    expect(steps(closed.body)).toEqual([{ kind: "close", opening }]);
    expect((await send("clicks", { opening, widget: "Sales.Edit.pay" })).body).toMatchObject({
      code: "page-outdated",
    });
  });

  test("never sends what a page does not show", async () => {
    await using server = await startTestServer({}, shop);
    const { send } = await begin(server, "Clerk");
    const text = JSON.stringify((await send("pages", { page: "Sales.Orders" })).body);
    for (const hidden of ["hush", "Secret", "AllOrders", 'ForManagers"']) expect(text).not.toContain(hidden);
  });

  test("refuses a role by address, by row and by click what it may not see or do", async () => {
    await using server = await startTestServer({}, shop);
    const manager = await begin(server, "Manager");
    expect(manager.app).toMatchObject({ menu: [] });
    expect(manager.app["homePage"]).toBeUndefined();
    expect(await manager.send("pages", { page: "Sales.Orders" })).toMatchObject({
      status: 403,
      body: { code: "not-allowed" },
    });
    const clerk = await begin(server, "Clerk");
    const page = shown((await clerk.send("pages", { page: "Sales.Orders" })).body);
    const forbidden = { opening: page.opening, widget: "Sales.Orders.forManagers" };
    expect(await clerk.send("clicks", forbidden)).toMatchObject({
      status: 409,
      body: { code: "page-outdated" },
    });
    // What one session has open, another cannot name.
    expect(await manager.send("clicks", forbidden)).toMatchObject({
      status: 409,
      body: { code: "page-outdated" },
    });
  });

  test("answers what cannot be done with a sentence", async () => {
    await using server = await startTestServer({}, shop);
    const { send } = await begin(server, "Clerk");
    const page = shown((await send("pages", { page: "Sales.Orders" })).body);
    const clicked = (widget: string, object?: string) =>
      send("clicks", { opening: page.opening, widget, ...(object === undefined ? {} : { object }) });
    expect((await clicked("Sales.Orders.fail")).body).toMatchObject({ code: "action-failed" });
    expect((await clicked("Sales.Orders.nothing")).body).toMatchObject({ code: "page-outdated" });
    expect((await clicked("Sales.Orders.list", "p1.999")).body).toMatchObject({ code: "page-outdated" });
    expect((await clicked("Sales.Orders.list")).body).toMatchObject({ code: "page-outdated" });
    expect((await send("pages", { page: "Sales.Nope" })).body).toMatchObject({ code: "unknown-page" });
    expect((await send("pages", { page: "Sales.Edit" })).body).toMatchObject({ code: "page-needs-object" });
    expect((await send("clicks", { opening: "p9", widget: "x" })).body).toMatchObject({
      code: "page-outdated",
    });
    expect((await server.send("POST", `${base}/nobody/pages`, { page: "Sales.Orders" })).body).toMatchObject({
      code: "unknown-session",
    });
    expect((await server.send("POST", base, { userRole: "King" })).body).toMatchObject({
      code: "unknown-role",
    });
  });

  test("shows everything to everybody while security is off", async () => {
    await using server = await startTestServer({}, { ...shop, securityLevel: "off" });
    const { app, send } = await begin(server);
    expect(app).toMatchObject({ userRoles: [], homePage: "Sales.Orders" });
    expect((await send("pages", { page: "Sales.Orders" })).status).toBe(200);
  });
});

describe("a layout of the project", () => {
  const module = shop.modules?.["Sales"] ?? {};
  const withLayout: ProjectSketch = {
    ...shop,
    modules: {
      Sales: {
        ...module,
        snippets: {
          Card: { parameters: { Order: "Sales.Order" }, widgets: [words("number", "$Order/Number")] },
        },
        layouts: {
          Around: {
            widgets: [
              button("forManagers", { kind: "callMicroflow", microflow: "Sales.ForManagers" }),
              { kind: "placeholder", name: "main" },
            ],
          },
        },
        pages: { ...module.pages, Framed: { visibleFor: ["Clerk"], layout: "Sales.Around" } },
      },
    },
  };

  test("is opened for a page that stands in it, and what it does is checked as in a page", async () => {
    await using server = await startTestServer({}, withLayout);
    const { send } = await begin(server, "Clerk");
    const page = await send("pages", { page: "Sales.Framed" });
    expect(page.body).toMatchObject({ layout: "Sales.Around" });
    const layout = await send("layouts", { opening: String(page.body["opening"]) });
    // The button is not shown to somebody who may not use it, and does nothing for him either.
    expect(layout.body).toMatchObject({ page: "Sales.Around", widgets: [{ kind: "placeholder" }] });
    const at = { opening: String(layout.body["opening"]), widget: "Sales.Around.forManagers" };
    expect(await send("clicks", at)).toMatchObject({ status: 409, body: { code: "page-outdated" } });
    const elsewhere = { ...at, opening: String(page.body["opening"]) };
    expect((await send("clicks", elsewhere)).status).toBe(409);
  });

  test("is refused where the page has none, and for a page that is not open", async () => {
    await using server = await startTestServer({}, withLayout);
    const { send } = await begin(server, "Clerk");
    const { body } = await send("pages", { page: "Sales.Orders" });
    expect(await send("layouts", { opening: String(body["opening"]) })).toMatchObject({
      status: 404,
      body: { code: "unknown-layout" },
    });
    expect((await send("layouts", { opening: "p99" })).body).toMatchObject({ code: "page-outdated" });
  });
});
