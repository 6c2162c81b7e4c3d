import { DocumentStore } from "@rivulet/document";
import { ProjectIndex, type ProjectRecords } from "@rivulet/model";
import { checkPage, widgetsOfPage } from "@rivulet/pages";
import { buildProject } from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { pageMessages } from "../messages/page-messages.ts";
import { layoutWidgets } from "./layout-templates.ts";
import { type PageTemplate, pageTemplates, templateWidgets } from "./page-templates.ts";

const { records } = buildProject({ modules: { Shop: { pages: { Page: {} }, layouts: { Around: {} } } } });

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
