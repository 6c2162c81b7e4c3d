import type { JsonObject } from "@rivulet/model";
import {
  changeList,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  end,
  type MicroflowSketch,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../test-server.test-support.ts";

const script = "<script>alert(1)</script>";
const text = (expression: string) => ({
  kind: "text",
  name: "text",
  fields: { content: { text: "{1}", arguments: [expression] }, render: "text" },
});

/** A page with a list of what a microflow returns, and a sentence after it. */
async function openList(server: TestServer) {
  const base = "/api/v1/app/sessions";
  const { body } = await server.send("POST", base, {});
  const send = (what: string, request: JsonObject) =>
    server.send("POST", `${base}/${String(body["session"])}/${what}`, request);
  const page = await send("pages", { page: "Shop.Page" });
  return { send, page, app: body["app"] };
}

function serverWith(source: MicroflowSketch) {
  const list = { source: { kind: "microflow", microflow: "Shop.Source", arguments: {} }, pageSize: 2 };
  return startTestServer(
    {},
    {
      navigation: { menu: [{ id: "x", caption: script, action: { kind: "showPage", page: "Shop.Page" } }] },
      modules: {
        Shop: {
          entities: { Item: { attributes: { Name: "String" } } },
          microflows: { Source: source },
          pages: {
            Page: {
              title: script,
              widgets: [
                {
                  kind: "listView",
                  name: "list",
                  fields: { ...list, emptyText: "Nothing yet." },
                  widgets: [text("$currentObject/Name")],
                },
                { ...text("'the rest'"), name: "rest", key: "rest" },
              ],
            },
          },
        },
      },
    },
  );
}

const list = createList("Shop.Item", "Items");
const item = createObject("Shop.Item", "Item", { Name: `'${script}'` });
const add = changeList("Items", "add", "$Item");
const listOfItems = "List(Shop.Item)";

describe("a list view", () => {
  test.each<[string, MicroflowSketch, JsonObject]>([
    [
      "whose microflow fails",
      {
        returns: listOfItems,
        elements: { bad: createVariable("Bad", "Decimal", "1 div 0"), list },
        result: "$Items",
      },
      { kind: "failure", message: expect.stringContaining("divided by zero") },
    ],
    [
      "whose microflow returns a text",
      { returns: "String", elements: {}, result: "'no list'" },
      { kind: "failure", message: expect.stringContaining("neither an object nor a list") },
    ],
    [
      "whose microflow returns one object",
      { returns: "Object(Shop.Item)", elements: { item }, result: "$Item" },
      {
        kind: "failure",
        message: expect.stringContaining("returns one object; what is shown here is a list"),
      },
    ],
    [
      "whose microflow returns nothing",
      { returns: listOfItems, elements: {}, result: "empty" },
      { kind: "listView", rest: { kind: "none" }, rows: [], emptyText: "Nothing yet." },
    ],
  ])("%s says so in its place, and the rest is shown", async (_, source, shown) => {
    await using server = await serverWith(source);
    const { page } = await openList(server);
    expect(page.status).toBe(200);
    expect(page.body["widgets"]).toMatchObject([shown, { kind: "text", text: "the rest" }]);
    expect(JSON.stringify(page.body)).not.toMatch(/node:|\.ts:|at Object/);
  });

  test("of 100,000 objects sends the rows that are asked for, and no more than a list can show", async () => {
    await using server = await serverWith({
      returns: listOfItems,
      elements: {
        list,
        count: createVariable("Count", "Integer", "0"),
        again: { kind: "merge" },
        item,
        add,
        next: changeVariable("Count", "$Count + 1"),
        more: decision("$Count < 100000"),
        end: end("$Items"),
      },
      flows: [
        "start > list > count > again > item > add > next > more",
        "more true> again",
        "more false> end",
      ],
    });
    const { page, send } = await openList(server);
    const [view] = page.body["widgets"] as readonly JsonObject[];
    expect(view).toMatchObject({ rest: { kind: "more", total: 100_000 }, rows: [{}, {}] });
    expect(JSON.stringify(page.body).length).toBeLessThan(2000);
    const at = { opening: String(page.body["opening"]), list: String(view?.["list"]), from: 4999 };
    const { body } = await send("rows", at);
    expect(body).toMatchObject({ rows: [{}], rest: { kind: "full", total: 100_000 } });
    expect((await send("rows", { ...at, from: 99_999 })).body["rows"]).toEqual([]);
  });
});

test("script in data, titles and captions is text, under a policy that runs none", async () => {
  await using server = await serverWith({
    returns: listOfItems,
    elements: { list, item, add },
    result: "$Items",
  });
  const { page, app } = await openList(server);
  expect(page.body).toMatchObject({
    title: script,
    widgets: [{ rows: [{ children: [{ kind: "text", text: script }] }] }, {}],
  });
  expect(app).toMatchObject({ menu: [{ caption: script }] });
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain("unsafe-inline");
});
