import { DocumentStore } from "@rivulet/document";
import { ProjectIndex, type ProjectRecords } from "@rivulet/model";
import { checkPage, widgetsOfPage } from "@rivulet/pages";
import { buildProject } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { createDocument } from "../explorer/edit-documents.ts";
import { pageMessages } from "../messages/page-messages.ts";
import { layoutWidgets } from "./layout-templates.ts";
import { type PageTemplate, pageTemplates, showsObject, templateWidgets } from "./page-templates.ts";

const { records } = buildProject({
  modules: {
    Shop: {
      entities: { Order: { attributes: { Number: "Long", IsPaid: "Boolean" } } },
      pages: { Page: {} },
      layouts: { Around: {} },
    },
  },
});

/** The project with widgets in a document of it. */
function withWidgets(widgets: ReturnType<typeof templateWidgets>) {
  const store = new DocumentStore(records);
  store.transact("fill", (transaction) => widgets.forEach((widget) => transaction.add(widget)));
  return new ProjectIndex(store.records as ProjectRecords);
}

const names = Object.keys(pageTemplates) as PageTemplate[];

describe("a page begins with nothing wrong but a data source that is to be chosen", () => {
  test.each(names)("%s", (template) => {
    const index = withWidgets(templateWidgets("Shop.Page", template));
    const page = index.page("Shop.Page");
    const problems = page ? checkPage(page, index) : [];
    expect(problems.filter(({ code, field }) => code !== "missing-value" || field !== "source")).toEqual([]);
    expect([...widgetsOfPage("Shop.Page", index)].length > 0).toBe(template !== "blank");
  });
});

describe("a page of a template that shows one object is filled with its attributes, and has no problem", () => {
  test.each([
    ["form", ["textBox", "checkBox"]],
    ["formWithHelp", ["textBox", "checkBox"]],
    ["details", []],
    ["detailsWithList", []],
  ] as const)("%s", (template, inputs) => {
    expect(showsObject(template)).toBe(true);
    const store = new DocumentStore(records);
    const [module] = new ProjectIndex(records).modules();
    if (!module) throw new Error("The sample has no module.");
    const shown = { entity: "Shop.Order", parameter: "Order", index: new ProjectIndex(records) };
    const wanted = { what: "page", name: "Edit", module, folder: undefined, template, shown } as const;
    createDocument(store, wanted);
    const index = new ProjectIndex(store.records as ProjectRecords);
    const page = index.page("Shop.Edit");
    const problems = page ? checkPage(page, index) : [];
    // A list beside the object still asks where it comes from.
    expect(problems.map(({ code, field }) => [code, field])).toEqual(
      template === "detailsWithList" ? [["missing-value", "source"]] : [],
    );
    const kinds = [...widgetsOfPage(page?.id ?? "", index)].map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "textBox" || kind === "checkBox")).toEqual(inputs);
    expect(page?.parameters).toEqual([{ name: "Order", entity: "Shop.Order" }]);
    store.undo();
    expect(new ProjectIndex(store.records as ProjectRecords).page("Shop.Edit")).toBeUndefined();
  });
});

test("every template stands in one category, with a name and a hint", () => {
  const shown = pageMessages.templateCategories.flatMap(({ templates }) => [...templates] as string[]);
  expect(shown.toSorted()).toEqual(names.toSorted());
});

test("a layout begins with its menu and a place for the page, and nothing wrong", () => {
  for (const template of ["sidebar", "topBar"] as const) {
    const index = withWidgets(layoutWidgets("Shop.Around", template));
    const layout = index.pageLayout("Shop.Around");
    expect(layout && checkPage(layout, index)).toEqual([]);
  }
});
