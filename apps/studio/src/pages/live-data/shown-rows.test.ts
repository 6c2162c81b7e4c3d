import type { WidgetView } from "@rivulet/pages/view";
import { expect, test } from "vitest";
import { shownRows } from "./shown-rows.ts";

const text = (id: string, words: string): WidgetView => ({
  kind: "text",
  id,
  name: id,
  render: "text",
  text: words,
});
const list = (id: string, rows: readonly (readonly WidgetView[])[]): WidgetView => ({
  kind: "listView",
  id,
  name: id,
  list: id,
  emptyText: "",
  isClickable: false,
  total: 12,
  rows: rows.map((children, at) => ({ object: `o${at}`, children })),
});

test("data widgets show the texts of their rows, also where they stand in something else", () => {
  const widgets: WidgetView[] = [
    {
      kind: "container",
      id: "c",
      name: "c",
      look: "column",
      children: [list("l", [[text("t", "Orders"), text("e", "")], [text("t", "Products")]])],
    },
    { kind: "failure", id: "f", name: "f", message: "The table is gone." },
    { kind: "dataView", id: "d", name: "d", emptyText: "", children: undefined },
  ];
  expect([...shownRows({ widgets })]).toEqual([
    [
      "l",
      {
        rows: [
          { key: "o0", cells: ["Orders"] },
          { key: "o1", cells: ["Products"] },
        ],
        total: 12,
      },
    ],
    ["f", { failure: "The table is gone." }],
    ["d", { rows: [], total: 0 }],
  ]);
});
