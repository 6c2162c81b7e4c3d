import type { AccessRule, JsonObject } from "@rivulet/model";
import {
  changeObject,
  clientAction,
  createObject,
  downloadFile,
  type ProjectSketch,
  showMessage,
  showPage,
  validationFeedback,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const button = (name: string, onClick: JsonObject) => ({
  kind: "button",
  name,
  fields: { caption: { text: name, arguments: [] }, look: "default", onClick },
});
const input = (name: string, attribute: string, more: JsonObject = {}) => ({
  kind: "textBox",
  name,
  fields: { attribute, label: { text: "", arguments: [] }, ...more },
});

/** What microflows of the form ask of the screen. */
const clientMicroflows = {
  Refuse: {
    say: showMessage("'Look again.'", "warning"),
    tell: validationFeedback("Order", "Number", "'It is taken.'"),
    hidden: validationFeedback("Order", "Secret", "'Nobody sees it.'"),
  },
  Finish: { close: clientAction("closePage"), again: showPage("Sales.Edit", { Order: "$Order" }) },
  Nowhere: { show: showPage("Sales.ForNobody") },
  Save: { save: downloadFile("'../<b>orders</b>.csv'", "'<script>alert(1)</script>'") },
} as const;

/** A shop in which an order is shown, changed in a pop-up, and made anew. */
function shop({ rules }: { rules?: readonly AccessRule[] } = {}): ProjectSketch {
  return {
    securityLevel: "production",
    userRoles: [{ name: "Clerk", moduleRoles: ["Sales.Clerk"] }],
    modules: {
      Sales: {
        roles: ["Clerk"],
        entities: {
          Order: {
            attributes: {
              Number: "Decimal",
              Note: "String(10)",
              Copy: "String",
              Count: { type: "Integer", defaultValue: 0 },
              Secret: "String",
            },
            ...(rules === undefined ? {} : { accessRules: rules }),
          },
          Line: { attributes: { Text: "String" } },
        },
        associations: { Line_Order: "Line -> Order" },
        microflows: {
          OneOrder: {
            returns: "Object(Sales.Order)",
            allowedRoles: ["Clerk"],
            elements: { make: createObject("Sales.Order", "Made", { Number: "1", Secret: "'hush'" }) },
            result: "$Made",
          },
          Take: {
            parameters: { Order: "Object(Sales.Order)" },
            allowedRoles: ["Clerk"],
            elements: {
              change: changeObject("Order", { Copy: "toString($Order/Number)", Count: "$Order/Count + 1" }),
            },
          },
          ...Object.fromEntries(
            Object.entries(clientMicroflows).map(([name, elements]) => [
              name,
              { parameters: { Order: "Object(Sales.Order)" }, allowedRoles: ["Clerk"], elements },
            ]),
          ),
        },
        pages: {
          ForNobody: {},
          Home: {
            visibleFor: ["Clerk"],
            widgets: [
              {
                kind: "dataView",
                name: "one",
                fields: { source: { kind: "microflow", microflow: "Sales.OneOrder", arguments: {} } },
                widgets: [button("edit", { kind: "showPage", page: "Sales.Edit" })],
              },
              button("leave", { kind: "signOut" }),
              button("create", { kind: "createObject", entity: "Sales.Order", page: "Sales.Edit" }),
            ],
          },
          EditLine: { visibleFor: ["Clerk"], parameters: { Line: "Sales.Line" } },
          Edit: {
            visibleFor: ["Clerk"],
            layout: "popup",
            parameters: { Order: "Sales.Order" },
            widgets: [
              {
                kind: "dataView",
                name: "form",
                fields: { source: { kind: "parameter", parameter: "Order" } },
                widgets: [
                  input("number", "Number", { isRequired: true }),
                  input("note", "Note"),
                  input("copy", "Copy"),
                  input("count", "Count"),
                  button("save", { kind: "saveChanges" }),
                  button("keep", { kind: "saveChanges", staysOpen: true }),
                  button("cancel", { kind: "cancelChanges", staysOpen: true }),
                  ...Object.keys(clientMicroflows).map((name) =>
                    button(name, { kind: "callMicroflow", microflow: `Sales.${name}` }),
                  ),
                  {
                    kind: "listView",
                    name: "lines",
                    fields: {
                      source: { kind: "association", association: "Sales.Line_Order", end: "target" },
                      pageSize: 5,
                    },
                  },
                  button("addLine", {
                    kind: "createObject",
                    entity: "Sales.Line",
                    page: "Sales.EditLine",
                    over: { association: "Sales.Line_Order", end: "target" },
                  }),
                  button("take", { kind: "callMicroflow", microflow: "Sales.Take" }),
                ],
              },
            ],
          },
        },
      },
    },
  };
}

interface Field extends JsonObject {
  readonly id: string;
  readonly object: string;
}
interface Shown {
  readonly opening: string;
  readonly widgets: readonly { readonly children: readonly Field[] }[];
}

async function begin(server: TestServer) {
  const base = "/api/v1/app/sessions";
  const { body } = await server.send("POST", base, {});
  const send = (what: string, request: JsonObject) =>
    server.send("POST", `${base}/${String(body["session"])}/${what}`, request);
  const home = (await send("pages", { page: "Sales.Home" })).body as unknown as Shown;
  return { send, home };
}

const steps = (body: JsonObject) => body["steps"] as unknown as readonly { kind: string; page: Shown }[];

/** Opens the pop-up by a button of the home page; what is done in it names its widgets. */
async function openEdit(server: TestServer, by: "edit" | "create" = "edit") {
  const { send, home } = await begin(server);
  const object = by === "edit" ? { object: home.widgets[0]?.children[0]?.object ?? "" } : {};
  const opened = await send("clicks", { opening: home.opening, widget: `Sales.Home.${by}`, ...object });
  let [page] = steps(opened.body).map((step) => step.page);
  if (!page) throw new Error(JSON.stringify(opened.body));
  const { opening } = page;
  const fields = () => page?.widgets[0]?.children ?? [];
  const field = (name: string) => fields().find((each) => each["name"] === name);
  const follow = async (answer: ReturnType<typeof send>) => {
    const { body } = await answer;
    const refreshed =
      body["steps"] === undefined ? undefined : steps(body).find(({ kind }) => kind === "refresh");
    if (refreshed) page = refreshed.page;
    return body;
  };
  const at = (name: string) => ({ opening, widget: `Sales.Edit.${name}`, object: fields()[0]?.object ?? "" });
  const put = (name: string, value: string) => follow(send("changes", { ...at(name), value }));
  const click = (name: string) => follow(send("clicks", at(name)));
  const refresh = async () => {
    page = (await send("refreshes", { opening })).body as unknown as Shown;
  };
  return { send, opening, field, put, click, at, refresh };
}

describe("a form of the running application", () => {
  test("takes a number of 38 digits as it is, and hands it to a microflow", async () => {
    await using server = await startTestServer({}, shop());
    const { put, click, field } = await openEdit(server);
    const digits = "12345678901234567890123456789.012345678";
    await put("number", digits);
    expect(field("number")).toMatchObject({ value: digits });
    await click("take");
    expect(field("copy")).toMatchObject({ value: digits });
  });

  test("says on the input what is wrong, and neither saves nor calls anything until it is right", async () => {
    await using server = await startTestServer({}, shop());
    const { put, click, field } = await openEdit(server);
    await put("number", "");
    expect(field("number")).toMatchObject({ value: "", message: "A value is needed here." });
    await put("note", "far too long a note");
    for (const name of ["save", "take"]) {
      expect(steps(await click(name)).map(({ kind }) => kind)).toEqual(["refresh"]);
      expect(field("note")).toMatchObject({
        value: "far too long a note",
        message: expect.stringContaining("10 fit"),
      });
    }
    await put("number", "2");
    await put("note", "short");
    expect(steps(await click("save"))).toMatchObject([{ kind: "close" }]);
  });

  test("goes back when it is cancelled, but not behind what was saved", async () => {
    await using server = await startTestServer({}, shop());
    const { put, click, field } = await openEdit(server);
    await put("note", "first");
    await click("keep");
    await put("note", "second");
    await click("cancel");
    expect(field("note")).toMatchObject({ value: "first" });
  });

  test("is closed once: a second click on it is told that it is gone", async () => {
    await using server = await startTestServer({}, shop());
    const { click, put } = await openEdit(server);
    await Promise.all([click("save"), click("save")]);
    expect(await click("save")).toMatchObject({ code: "page-outdated" });
    expect(await put("note", "late")).toMatchObject({ code: "page-outdated" });
  });

  test("calls its microflow once for each click that is not refused as the second one of two", async () => {
    await using server = await startTestServer({}, shop());
    const { click, put, field } = await openEdit(server);
    const answers = await Promise.all([click("take"), click("take")]);
    const done = answers.filter((body) => body["code"] === undefined);
    expect(done.length).toBeGreaterThan(0);
    await put("note", "seen");
    expect(field("count")).toMatchObject({ value: String(done.length) });
  });

  test("of a pop-up that is closed by its cross keeps nothing", async () => {
    await using server = await startTestServer({}, shop());
    const { put, send, opening } = await openEdit(server);
    await put("note", "typed");
    expect((await send("dismissals", { opening })).status).toBe(200);
    expect((await send("refreshes", { opening })).body).toMatchObject({ code: "page-outdated" });
  });

  test("links a new object with the one around, until it is cancelled", async () => {
    await using server = await startTestServer({}, shop());
    const { send, opening, field, refresh } = await openEdit(server);
    const addLine = { opening, widget: "Sales.Edit.addLine", object: field("addLine")?.object ?? "" };
    const [page] = steps((await send("clicks", addLine)).body).map((step) => step.page);
    await refresh();
    expect(field("lines")).toMatchObject({ rows: [{}] });
    await send("dismissals", { opening: page?.opening ?? "" });
    await refresh();
    expect(field("lines")).toMatchObject({ rows: [] });
  });

  test("tells whoever wants to sign out where nobody has signed in", async () => {
    await using server = await startTestServer({}, shop());
    const { send, home } = await begin(server);
    const { body } = await send("clicks", { opening: home.opening, widget: "Sales.Home.leave" });
    expect(steps(body)).toMatchObject([{ kind: "message", level: "information" }]);
  });

  test("shows a new object where one is created", async () => {
    await using server = await startTestServer({}, shop());
    const { field } = await openEdit(server, "create");
    expect(field("number")).toMatchObject({ value: "", isEditable: true });
  });
});

describe("what a microflow asks of the screen", () => {
  test("is a message at the input, and the page stays as it was typed", async () => {
    await using server = await startTestServer({}, shop());
    const { put, click, field } = await openEdit(server);
    await put("number", "5");
    expect(steps(await click("Refuse"))).toMatchObject([
      { kind: "refresh" },
      { kind: "message", level: "warning", text: "Look again.", isBlocking: false },
      { kind: "message", level: "error", text: "Nobody sees it." },
    ]);
    expect(field("number")).toMatchObject({ value: "5", message: "It is taken." });
    await put("number", "6");
    expect(field("number")?.["message"]).toBeUndefined();
  });

  test("is to close the page and show another one, in that order", async () => {
    await using server = await startTestServer({}, shop());
    const { click } = await openEdit(server);
    expect(steps(await click("Finish")).map(({ kind }) => kind)).toEqual(["close", "show"]);
  });

  test("is refused where the role may not see the page, and the rest happens", async () => {
    await using server = await startTestServer({}, shop());
    const { click } = await openEdit(server);
    expect(steps(await click("Nowhere"))).toMatchObject([
      { kind: "refresh" },
      { kind: "message", level: "error", text: expect.stringContaining("not for you") },
    ]);
  });

  test("is a file under a name that leads nowhere, with its content as it is", async () => {
    await using server = await startTestServer({}, shop());
    const { click } = await openEdit(server);
    expect(steps(await click("Save"))[1]).toEqual({
      kind: "download",
      fileName: "b_.csv",
      data: "<script>alert(1)</script>",
      isBinary: false,
    });
  });
});

describe("access rules of the entity", () => {
  const rule = (more: Partial<AccessRule>): AccessRule => ({
    role: "Clerk",
    mayCreate: false,
    others: "read",
    ...more,
  });

  test("keep an attribute from being changed, also by a request that no input sends", async () => {
    await using server = await startTestServer(
      {},
      shop({ rules: [rule({ attributes: { Note: "write" } })] }),
    );
    const { field, put } = await openEdit(server);
    expect(field("number")).toMatchObject({ isEditable: false });
    expect(field("note")).toMatchObject({ isEditable: true });
    expect(await put("number", "9")).toMatchObject({ code: "action-failed" });
    expect(field("number")).toMatchObject({ value: "1" });
  });

  test("keep an attribute out of what the browser gets", async () => {
    await using server = await startTestServer(
      {},
      shop({ rules: [rule({ attributes: { Number: "none" } })] }),
    );
    const { field, put } = await openEdit(server);
    expect(field("number")).toBeUndefined();
    expect(await put("number", "9")).toMatchObject({ code: "action-failed" });
  });

  test("keep an object from being created", async () => {
    await using server = await startTestServer({}, shop({ rules: [rule({})] }));
    const { send, home } = await begin(server);
    expect(JSON.stringify(home)).not.toContain("Sales.Home.create");
    const refused = await send("clicks", { opening: home.opening, widget: "Sales.Home.create" });
    expect(refused).toMatchObject({ status: 409, body: { code: "page-outdated" } });
  });
});
