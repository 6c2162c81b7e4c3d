import type { JsonObject } from "@rivulet/model";
import { createObject, type ProjectSketch, type WidgetSketch } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { forever } from "../sample-project.test-support.ts";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const button = (name: string, microflow: string): WidgetSketch => ({
  kind: "button",
  name,
  fields: {
    caption: { text: name, arguments: [] },
    look: "default",
    onClick: { kind: "callMicroflow", microflow },
  },
});

const shop: ProjectSketch = {
  modules: {
    Sales: {
      entities: { Order: { attributes: { Number: "Long" } } },
      microflows: {
        OneOrder: {
          returns: "Object(Sales.Order)",
          elements: { make: createObject("Sales.Order", "Made", { Number: "1" }) },
          result: "$Made",
        },
        Pay: { elements: {} },
        Forever: { ...forever, returns: "Object(Sales.Order)", result: "empty" },
        Fail: { returns: "Decimal", elements: {}, result: "1 div 0.0" },
      },
      pages: {
        Endless: {
          widgets: [
            {
              kind: "dataView",
              name: "endless",
              fields: { source: { kind: "microflow", microflow: "Sales.Forever", arguments: {} } },
            },
          ],
        },
        Form: {
          widgets: [
            {
              kind: "dataView",
              name: "form",
              fields: { source: { kind: "microflow", microflow: "Sales.OneOrder", arguments: {} } },
              widgets: [
                {
                  kind: "textBox",
                  name: "number",
                  fields: { attribute: "Number", label: { text: "", arguments: [] }, isRequired: true },
                },
              ],
            },
            button("forever", "Sales.Forever"),
            button("pay", "Sales.Pay"),
            button("fail", "Sales.Fail"),
          ],
        },
      },
    },
  },
};

async function open(server: TestServer) {
  const begun = await server.send("POST", "/api/v1/app/sessions", {});
  const base = `/api/v1/app/sessions/${String(begun.body["session"])}`;
  const send = (what: string, body: JsonObject) => server.send("POST", `${base}/${what}`, body);
  const { body } = await send("pages", { page: "Sales.Form" });
  const opening = String(body["opening"]);
  const [form] = (body as unknown as { widgets: [{ children: [JsonObject] }] }).widgets;
  const click = (name: string) => send("clicks", { opening, widget: `Sales.Form.${name}` });
  return { send, opening, click, object: String(form.children[0]["object"]) };
}

/** The lines of the console so far, without what every one has. */
async function consoleLines({ address }: TestServer, count: number): Promise<JsonObject[]> {
  const response = await fetch(`${address}/api/v1/app/console`);
  const lines: JsonObject[] = [];
  let text = "";
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const data = text.split("\n").filter((line) => line.startsWith("data: "));
    if (data.length < count) continue;
    lines.push(...data.map((line) => JSON.parse(line.slice("data: ".length)) as JsonObject));
    break;
  }
  return lines;
}

test("the console tells what the application did, and a run says from where it was started and is watched", async () => {
  await using server = await startTestServer({}, shop);
  const { send, opening, click, object } = await open(server);
  await send("changes", { opening, widget: "Sales.Form.number", object, value: "none" });
  await click("pay");
  await click("fail");
  const place = { page: "Sales.Form", widget: "pay", widgetId: "Sales.Form.pay" };
  const source = { page: "Sales.Form", widget: "form", widgetId: "Sales.Form.form" };
  const lines = await consoleLines(server, 7);
  expect(lines).toMatchObject([
    { kind: "sessionBegun", number: 1 },
    { kind: "pageOpened", page: "Sales.Form" },
    { kind: "microflowEnded", microflow: "Sales.OneOrder", status: "completed", place: source },
    { kind: "validation", messages: ["Write a whole number, such as 12."] },
    { kind: "microflowEnded", microflow: "Sales.Pay", status: "completed", place },
    { kind: "microflowEnded", microflow: "Sales.OneOrder" },
    { kind: "microflowEnded", microflow: "Sales.Fail", status: "failed", failure: expect.any(String) },
  ]);
  const paid = await server.get(`/api/v1/runs/${String(lines[4]?.["runId"])}`);
  expect(paid.body).toMatchObject({ microflow: "Sales.Pay", place, isTraced: true });
});

test("a stopped application ends its sessions and begins none, until it is started again", async () => {
  await using server = await startTestServer({}, shop);
  const { click } = await open(server);
  expect((await server.get("/api/v1/app")).body).toEqual({ isRunning: true, isUsed: true });
  await server.send("PUT", "/api/v1/app", { isRunning: false });
  expect((await server.get("/api/v1/app")).body).toEqual({ isRunning: false, isUsed: false });
  for (const refused of [await click("pay"), await server.send("POST", "/api/v1/app/sessions", {})])
    expect(refused).toMatchObject({ status: 409, body: { code: "app-stopped" } });
  // A microflow that nobody runs from a page is none of its business.
  expect((await server.run("Pay")).body).toMatchObject({ status: "completed" });
  await server.send("PUT", "/api/v1/app", { isRunning: true });
  expect((await click("pay")).body).toMatchObject({ code: "unknown-session" });
  expect((await (await open(server)).click("pay")).status).toBe(200);
});

test("a preview shows a page with its data, as a role may see it, and keeps nothing", async () => {
  const secured: ProjectSketch = {
    ...shop,
    securityLevel: "production",
    userRoles: [
      { name: "Clerk", moduleRoles: ["Sales.Clerk"] },
      { name: "Guest", moduleRoles: [] },
    ],
    modules: {
      Sales: {
        ...shop.modules?.["Sales"],
        roles: ["Clerk"],
        microflows: {
          OneOrder: {
            returns: "Object(Sales.Order)",
            allowedRoles: ["Clerk"],
            elements: { make: createObject("Sales.Order", "Made", { Number: "7" }) },
            result: "$Made",
          },
        },
        pages: {
          Form: { visibleFor: ["Clerk"], widgets: shop.modules?.["Sales"]?.pages?.["Form"]?.widgets ?? [] },
        },
      },
    },
  };
  await using server = await startTestServer({}, secured);
  const preview = (userRole: string) =>
    server.send("POST", "/api/v1/app/previews", { page: "Sales.Form", userRole });
  expect((await preview("Clerk")).body).toMatchObject({ widgets: [{ children: [{ value: "7" }] }] });
  expect(await preview("Guest")).toMatchObject({ status: 403, body: { code: "not-allowed" } });
  expect(await preview("King")).toMatchObject({ status: 404, body: { code: "unknown-role" } });
  expect((await server.get("/api/v1/app")).body).toEqual({ isRunning: true, isUsed: false });
});

/** The state of the one run of `Forever`, once it is among the runs. */
async function stateOfForever(server: TestServer, isWanted: (status: string) => boolean): Promise<string> {
  for (;;) {
    const { body } = await server.get("/api/v1/runs?microflow=Sales.Forever");
    const [run] = body["runs"] as unknown as { readonly status: string }[];
    if (run && isWanted(run.status)) return run.status;
  }
}

test("stopping the application ends the microflows that its pages have called", async () => {
  await using server = await startTestServer({}, shop);
  const { click } = await open(server);
  const clicked = click("forever");
  await stateOfForever(server, (status) => status === "running");
  await server.send("PUT", "/api/v1/app", { isRunning: false });
  expect((await clicked).status).not.toBe(200);
  expect(await stateOfForever(server, (status) => status !== "running")).toBe("cancelled");
});

test("a preview that nobody waits for any more ends what it runs", async () => {
  await using server = await startTestServer({}, shop);
  const patience = new AbortController();
  const preview = fetch(`${server.address}/api/v1/app/previews`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ page: "Sales.Endless" }),
    signal: patience.signal,
  });
  await stateOfForever(server, (status) => status === "running");
  patience.abort();
  await expect(preview).rejects.toThrow("aborted");
  expect(await stateOfForever(server, (status) => status !== "running")).toBe("cancelled");
});

test("a page and the microflows that it calls are in the time zone of whoever looks", async () => {
  const text = (expression: string, format?: JsonObject): WidgetSketch => ({
    kind: "text",
    name: format === undefined ? "written" : "formatted",
    fields: {
      content: { text: "{1}", arguments: [format === undefined ? expression : { expression, format }] },
      render: "text",
    },
  });
  const moment = "dateTimeUTC(2026, 1, 31, 20, 15)";
  const clock: ProjectSketch = {
    modules: {
      Sales: {
        entities: { Note: { attributes: { Text: "String", At: "DateTime" } } },
        microflows: {
          Read: {
            returns: "Object(Sales.Note)",
            elements: {
              make: createObject("Sales.Note", "Made", {
                Text: `formatDateTime(${moment}, 'HH:mm')`,
                At: moment,
              }),
            },
            result: "$Made",
          },
        },
        pages: {
          Clock: {
            widgets: [
              {
                kind: "dataView",
                name: "view",
                fields: { source: { kind: "microflow", microflow: "Sales.Read", arguments: {} } },
                widgets: [
                  text("$currentObject/Text"),
                  text("$currentObject/At", { kind: "pattern", pattern: "yyyy-MM-dd HH:mm" }),
                ],
              },
            ],
          },
        },
      },
    },
  };
  await using server = await startTestServer({}, clock);
  const { body } = await server.send("POST", "/api/v1/app/previews", {
    page: "Sales.Clock",
    timeZone: "Asia/Tokyo",
  });
  expect(body).toMatchObject({ widgets: [{ children: [{ text: "05:15" }, { text: "2026-02-01 05:15" }] }] });
});
