import { platformDefinitions } from "@rivulet/activities";
import type { PageRecord, WidgetRecord } from "@rivulet/model";
import { checkPage, widgetsOfPage } from "@rivulet/pages";
import { buildProject, showPage } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { StudioProject } from "../project/studio-project.ts";
import { renameParameter } from "./rename-parameter.ts";

const words = (expression: string) => ({ content: { text: "{1}", arguments: [expression] }, render: "text" });
const given = { arguments: { Order: "$currentObject" } };

function openShop() {
  const form = {
    kind: "dataView",
    name: "form",
    fields: { source: { kind: "parameter", parameter: "Order" } },
    widgets: [
      { kind: "text", name: "number", fields: words("$Order = $currentObject") },
      { kind: "snippetCall", name: "part", fields: { snippet: { snippet: "Shop.Part", ...given } } },
    ],
  };
  const open = {
    kind: "button",
    name: "open",
    fields: {
      caption: { text: "Open", arguments: [] },
      look: "default",
      onClick: { kind: "showPage", page: "Shop.Edit", ...given },
    },
  };
  const source = { kind: "microflow", microflow: "Shop.One", arguments: {} };
  const { records } = buildProject({
    modules: {
      Shop: {
        entities: { Order: { attributes: { Number: "Long" } } },
        microflows: {
          One: { returns: "Object(Shop.Order)", elements: {}, result: "empty" },
          Show: {
            parameters: { Order: "Object(Shop.Order)" },
            elements: { show: showPage("Shop.Edit", { Order: "$Order" }) },
          },
        },
        pages: {
          Edit: { parameters: { Order: "Shop.Order" }, widgets: [form] },
          Home: { widgets: [{ kind: "dataView", name: "one", fields: { source }, widgets: [open] }] },
        },
        snippets: {
          Part: {
            parameters: { Order: "Shop.Order" },
            widgets: [{ kind: "text", name: "note", fields: words("$Order/Number") }],
          },
        },
      },
    },
  });
  const project = new StudioProject(
    { records: [...records.values()], hashes: {} },
    { modules: [], activities: platformDefinitions },
  );
  const fields = (id: string) => (project.record(id) as WidgetRecord).fields;
  const page = () => project.record("Shop.Edit") as PageRecord;
  return { project, fields, page };
}

test("a parameter of a page is renamed in its expressions and in every call of the page, and nowhere else", () => {
  const { project, fields, page } = openShop();
  const before = JSON.stringify([...project.store.records]);
  renameParameter(project, page(), { from: "Order", to: "Purchase" });
  expect(page().parameters).toEqual([{ name: "Purchase", entity: "Shop.Order" }]);
  expect(fields("Shop.Edit.form")["source"]).toEqual({ kind: "parameter", parameter: "Purchase" });
  expect(fields("Shop.Edit.number")).toEqual(words("$Purchase = $currentObject"));
  expect(fields("Shop.Home.open")["onClick"]).toMatchObject({ arguments: { Purchase: "$currentObject" } });
  const show = [...project.store.records.values()].find(
    (record) => record.type === "element" && record.kind === "showPage",
  );
  expect(JSON.stringify(show)).toContain('"Purchase":"$Order"');
  expect(fields("Shop.Edit.part")["snippet"]).toMatchObject(given);
  const { index } = project;
  for (const name of ["Shop.Edit", "Shop.Home"]) {
    const shown = index.page(name);
    expect(shown && checkPage(shown, index)).toEqual([]);
  }
  project.store.undo();
  expect(JSON.stringify([...project.store.records])).toBe(before);
});

test("a parameter of a snippet is renamed in its calls", () => {
  const { project, fields } = openShop();
  const snippet = project.index.snippet("Shop.Part");
  if (!snippet) throw new Error("The sample has no snippet.");
  renameParameter(project, snippet, { from: "Order", to: "Bought" });
  expect([...widgetsOfPage(snippet.id, project.index)][0]?.fields).toEqual(words("$Bought/Number"));
  expect(fields("Shop.Edit.part")["snippet"]).toMatchObject({ arguments: { Bought: "$currentObject" } });
});
