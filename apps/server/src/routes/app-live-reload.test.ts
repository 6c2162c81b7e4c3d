import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { JsonObject } from "@rivulet/model";
import { createObject, type ProjectSketch } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { startTestServer } from "../test-server.test-support.ts";

const shop: ProjectSketch = {
  securityLevel: "production",
  userRoles: [{ name: "Clerk", moduleRoles: ["Sales.Clerk"] }],
  modules: {
    Sales: {
      roles: ["Clerk"],
      entities: { Order: { attributes: { Number: "Long", Note: "String" } } },
      microflows: {
        OneOrder: {
          returns: "Object(Sales.Order)",
          allowedRoles: ["Clerk"],
          elements: { make: createObject("Sales.Order", "Made", { Number: "1" }) },
          result: "$Made",
        },
      },
      pages: {
        Form: {
          visibleFor: ["Clerk"],
          widgets: [
            {
              kind: "dataView",
              name: "form",
              fields: { source: { kind: "microflow", microflow: "Sales.OneOrder", arguments: {} } },
              widgets: [
                {
                  kind: "textBox",
                  name: "note",
                  fields: { attribute: "Note", label: { text: "Note", arguments: [] } },
                },
              ],
            },
          ],
        },
      },
    },
  },
};

/** A server with the form open, and something typed into it. */
async function typing() {
  const server = await startTestServer({}, shop);
  const { body } = await server.send("POST", "/api/v1/app/sessions", {});
  const send = async (what: string, request: JsonObject) =>
    (await server.send("POST", `/api/v1/app/sessions/${String(body["session"])}/${what}`, request)).body;
  const opened = await send("pages", { page: "Sales.Form" });
  const opening = String(opened["opening"]);
  const { children: [note] = [] } = (opened as { widgets: [{ children?: JsonObject[] }] }).widgets[0];
  const at = { opening, widget: "Sales.Form.note", object: String(note?.["object"]) };
  await send("changes", { ...at, value: "call first" });
  const edit = async (file: string, from: string, to: string) => {
    const path = join(server.folder, "modules/Sales", file);
    const content = await readFile(path, "utf8");
    expect(content).toContain(from);
    await writeFile(path, content.replace(from, to));
  };
  const resume = () => send("resumptions", { pages: [{ opening, typing: [] }] });
  return { server, send, at, edit, resume, opening };
}

const noteOf = (body: JsonObject) =>
  (body as unknown as { pages: [{ page: { widgets: [{ children: [JsonObject] }] } }] }).pages[0].page
    .widgets[0].children[0];

test("what was typed stays when a caption is changed and when an attribute is renamed", async () => {
  const { server, at, edit, resume, send } = await typing();
  await using _ = server;
  await edit("pages/Form.json", '"text": "Note"', '"text": "Remark"');
  expect(noteOf(await resume())).toMatchObject({ label: "Remark", value: "call first", object: at.object });
  await edit("domain-model.json", '"name": "Note"', '"name": "Comment"');
  await edit("pages/Form.json", '"attribute": "Note"', '"attribute": "Comment"');
  // What is typed before the browser has asked for the changed page finds it all the same.
  expect(await send("changes", { ...at, value: "call twice" })).toMatchObject({
    steps: [{ kind: "refresh" }],
  });
  expect(noteOf(await resume())).toMatchObject({ value: "call twice" });
});

test("what was typed into a deleted attribute is told of; the rest goes on", async () => {
  const { server, edit, resume } = await typing();
  await using _ = server;
  await edit("domain-model.json", '"name": "Note"', '"name": "Kept"');
  const model = join(server.folder, "modules/Sales/domain-model.json");
  const content = JSON.parse(await readFile(model, "utf8")) as {
    entities: { attributes: { name: string }[] }[];
  };
  for (const entity of content.entities)
    entity.attributes = entity.attributes.filter(({ name }) => name !== "Kept");
  await writeFile(model, `${JSON.stringify(content, undefined, 2)}\n`);
  expect(await resume()).toMatchObject({
    lost: ["What was typed into Note is gone: Order has no attribute Note any more."],
  });
});

test("a page that is deleted, or not for the role any more, says so to whoever has it open", async () => {
  const { server, edit, resume, send, opening } = await typing();
  await using _ = server;
  await edit("pages/Form.json", '"Clerk"', "");
  const none = { pages: [{ opening, reason: "This page is not for you: none of your roles may see it." }] };
  expect(await resume()).toMatchObject(none);
  expect(await send("refreshes", { opening })).toMatchObject({ code: "not-allowed" });
  await rm(join(server.folder, "modules/Sales/pages/Form.json"));
  expect(await resume()).toMatchObject({
    pages: [{ reason: expect.stringContaining("was deleted from the project.") }],
  });
});
