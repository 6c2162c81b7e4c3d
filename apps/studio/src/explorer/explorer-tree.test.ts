import { defineActivity } from "@rivulet/activities";
import { type ModuleRecord, ProjectIndex, type ProjectRecord } from "@rivulet/model";
import { describe, expect, test } from "vitest";
import { treeMove } from "../tree/tree-keyboard.ts";
import { type TreeRow, visibleRows } from "../tree/tree-rows.ts";
import { type ExplorerNode, explorerTree, pathToTarget } from "./explorer-tree.ts";

const module = (id: string, folders: ModuleRecord["folders"] = []): ProjectRecord => ({
  id,
  type: "module",
  parent: "project",
  name: id,
  roles: [],
  folders,
});
const microflow = (id: string, parent: string, folder?: string): ProjectRecord => ({
  id,
  type: "microflow",
  parent,
  name: id,
  returnType: { kind: "nothing" },
  allowedRoles: [],
  ...(folder === undefined ? {} : { folder }),
});
const constant = (id: string, parent: string): ProjectRecord => ({
  id,
  type: "constant",
  parent,
  name: id,
  dataType: { kind: "string" },
});
const records: ProjectRecord[] = [
  module("Sales", [
    { id: "in", name: "Inner", parent: "out" },
    { id: "out", name: "Outer" },
  ]),
  microflow("pay", "Sales"),
  microflow("Order10", "Sales"),
  microflow("Order9", "Sales"),
  microflow("deep", "Sales", "in"),
  microflow("lost", "Sales", "gone"),
  constant("Mail.Key", "Mail"),
  module("Mail", [{ id: "ops", name: "Operations" }]),
  module("Base"),
  { id: "item", type: "entity", parent: "Base", name: "Item", isPersistable: false, attributes: [] },
];
const send = defineActivity({
  kind: "Mail.Send",
  label: "Send mail",
  group: "call",
  icon: "mail",
  summary: "",
  documentation: "",
  fields: [],
  subtitle: "",
  explorerFolders: ["Operations"],
});
const tree = explorerTree({
  index: new ProjectIndex(new Map(records.map((record) => [record.id, record]))),
  activities: [send],
  isReadOnly: (id) => id === "Mail",
  isConnector: (id) => id === "Mail",
});

/** The tree as indented text. */
const outline = (nodes: readonly ExplorerNode[], indent = ""): string[] =>
  nodes.flatMap((node) => [indent + node.label, ...outline(node.children, `${indent}- `)]);
const show = (rows: readonly TreeRow<ExplorerNode>[]) =>
  rows.map(({ node, level, isExpanded }) => {
    const sign = isExpanded === undefined ? " " : isExpanded ? "v" : ">";
    return `${"  ".repeat(level - 1)}${sign}${node.label}`;
  });

test("the explorer shows own modules before connectors, folders before documents, in order of the names", () => {
  expect(outline(tree)).toEqual([
    "Settings",
    "Security",
    "Navigation",
    "Data",
    "Runs",
    "Base",
    "- Domain model",
    "- - Item",
    "Sales",
    "- Domain model",
    "- Outer",
    "- - Inner",
    "- - - deep",
    "- lost",
    "- Order9",
    "- Order10",
    "- pay",
    "Mail",
    "- Domain model",
    "- Operations",
    "- - Send mail",
    "- Mail.Key",
  ]);
});

test("connector modules and all in them are read-only", () => {
  const all = (nodes: readonly ExplorerNode[]): ExplorerNode[] =>
    nodes.flatMap((node) => [node, ...all(node.children)]);
  expect(all(tree).filter(({ isReadOnly }) => isReadOnly)).toHaveLength(5);
  expect(new Set(all(tree).map(({ key }) => key)).size).toBe(all(tree).length);
});

test("the way to an open document leads over its folders", () => {
  expect(pathToTarget(tree, (target) => "id" in target && target.id === "deep")).toEqual([
    "Sales",
    "Sales/out",
    "Sales/in",
  ]);
  expect(pathToTarget(tree, () => false)).toBeUndefined();
});

describe("the rows that can be seen", () => {
  test("are those of unfolded nodes", () => {
    const rows = visibleRows(tree, { isExpanded: ({ label }) => label === "Mail", query: "" });
    expect(show(rows)).toEqual([
      " Settings",
      " Security",
      " Navigation",
      " Data",
      " Runs",
      ">Base",
      ">Sales",
      "vMail",
      "   Domain model",
      "  >Operations",
      "   Mail.Key",
    ]);
    expect(rows.at(-1)).toMatchObject({ position: 3, siblings: 3, parent: "Mail" });
  });

  test("are what a query finds, with the way to it", () => {
    expect(show(visibleRows(tree, { isExpanded: () => false, query: "sm" }))).toEqual([
      "vMail",
      "  vOperations",
      "     Send mail",
    ]);
    expect(visibleRows(tree, { isExpanded: () => false, query: "nothing" })).toEqual([]);
  });

  test("keep a folder that is found by its name, to be unfolded", () => {
    expect(show(visibleRows(tree, { isExpanded: () => false, query: "outer" }))).toEqual([
      "vSales",
      "  >Outer",
    ]);
    const rows = visibleRows(tree, { isExpanded: ({ label }) => label === "Outer", query: "outer" });
    expect(show(rows)).toEqual(["vSales", "  vOuter", "    >Inner"]);
  });
});

describe("a key in the tree", () => {
  const rows = visibleRows(tree, { isExpanded: ({ key }) => key === "Sales", query: "" });
  test.each([
    ["ArrowDown", "settings", { kind: "focus", key: "security" }],
    ["ArrowUp", "settings", { kind: "focus", key: "settings" }],
    ["End", "settings", { kind: "focus", key: "Mail" }],
    ["Home", "Mail", { kind: "focus", key: "settings" }],
    ["ArrowRight", "Mail", { kind: "expand", key: "Mail", isExpanded: true }],
    ["ArrowRight", "Sales", { kind: "focus", key: "Sales:domainModel" }],
    ["ArrowRight", "pay", undefined],
    ["ArrowLeft", "Sales", { kind: "expand", key: "Sales", isExpanded: false }],
    ["ArrowLeft", "pay", { kind: "focus", key: "Sales" }],
    ["ArrowLeft", "settings", undefined],
    ["s", "settings", { kind: "focus", key: "security" }],
    ["s", "security", { kind: "focus", key: "Sales" }],
    ["o", "Order10", { kind: "focus", key: "Sales/out" }],
    ["Enter", "pay", undefined],
    ["ArrowDown", "gone", { kind: "focus", key: "settings" }],
  ] as const)("%s on %s does %j", (pressed, focused, expected) => {
    expect(treeMove(rows, focused, pressed)).toEqual(expected);
  });
});
