import { DocumentStore, removeDependents } from "@rivulet/document";
import { ProjectIndex, type ProjectRecords, type WidgetRecord } from "@rivulet/model";
import { widgetsOfPage } from "@rivulet/pages";
import { buildProject } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { addWidget } from "./edit-page.ts";
import { canStep, moveWidgets, stepWidgets } from "./move-widgets.ts";
import type { MoveDirection } from "./widget-place.ts";

/** A page with four texts and, behind them, a container. */
function openPage() {
  const { records } = buildProject({ modules: { Shop: { pages: { Page: {} } } } });
  const store = new DocumentStore(records, { invariants: [removeDependents] });
  const project = {
    store,
    get index() {
      return new ProjectIndex(store.records as ProjectRecords);
    },
  };
  const add = (kind: string, parent = "Shop.Page") => addWidget(project, kind, { parent }) ?? "";
  const [a, b, c, d, box] = [add("text"), add("text"), add("text"), add("text"), add("container")];
  const widgets = (...ids: (string | undefined)[]) => ids.map((id) => store.get(id ?? "") as WidgetRecord);
  const tree = () =>
    [...widgetsOfPage("Shop.Page", project.index)]
      .map(({ name, parent }) => (parent === "Shop.Page" ? name : `(${name})`))
      .join(" ")
      .replaceAll("text", "")
      .replace("container1", "box");
  const step = (direction: MoveDirection, ...ids: (string | undefined)[]) => {
    const isPossible = canStep(widgets(...ids), direction, project.index);
    stepWidgets(project, widgets(...ids), direction);
    return isPossible;
  };
  return { project, store, a, b, c, d, box, widgets, tree, step };
}

test("widgets beside each other move as one, and come back by one undo", () => {
  const { b, c, tree, step, store } = openPage();
  expect(step("down", b, c)).toBe(true);
  expect(tree()).toBe("1 4 2 3 box");
  expect(step("up", b, c)).toBe(true);
  expect(step("up", b, c)).toBe(true);
  expect(tree()).toBe("2 3 1 4 box");
  expect(step("up", b, c)).toBe(false);
  expect(tree()).toBe("2 3 1 4 box");
  for (const _ of [1, 2, 3]) store.undo();
  expect(tree()).toBe("1 2 3 4 box");
});

test("widgets apart each move one step, all or none", () => {
  const { a, b, d, tree, step } = openPage();
  expect(step("down", a, d)).toBe(true);
  expect(tree()).toBe("2 1 3 box 4");
  expect(step("down", a, d)).toBe(false);
  expect(step("up", b, d)).toBe(false);
  expect(tree()).toBe("2 1 3 box 4");
});

test("they go into the one before them and out of it again in their order", () => {
  const { a, b, c, d, box, tree, step, project, widgets } = openPage();
  moveWidgets(project, widgets(box), { parent: "Shop.Page", before: a });
  expect(step("into", c, d)).toBe(false);
  expect(step("into", a, b)).toBe(true);
  expect(tree()).toBe("box (1) (2) 3 4");
  expect(step("out", a, b)).toBe(true);
  expect(tree()).toBe("box 1 2 3 4");
});

test("they are put to a place in their order, also where that is one of them, and not into one of them", () => {
  const { a, b, c, d, box, tree, project, widgets, store } = openPage();
  moveWidgets(project, widgets(b, d), { parent: "Shop.Page", before: a });
  expect(tree()).toBe("2 4 1 3 box");
  moveWidgets(project, widgets(b, a), { parent: "Shop.Page", before: a });
  expect(tree()).toBe("4 2 1 3 box");
  moveWidgets(project, widgets(c, box), { parent: box ?? "" });
  expect(tree()).toBe("4 2 1 3 box");
  moveWidgets(project, widgets(c, d), { parent: box ?? "" });
  expect(tree()).toBe("2 1 box (3) (4)");
  store.undo();
  expect(tree()).toBe("4 2 1 3 box");
});
