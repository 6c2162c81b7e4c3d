import type { ProjectRecord, ProjectRecords } from "./records.ts";

const text = { kind: "string" } as const;

/** One record of every type: a small shop with a loop, an annotation and layouts. */
export const sampleRecords: readonly ProjectRecord[] = [
  {
    id: "project",
    type: "project",
    name: "Shop",
    connectors: [],
    configurations: [{ name: "Embedded", kind: "embedded", constants: { "Sales.Limit": 5 } }],
    security: { level: "off", userRoles: [{ name: "User", moduleRoles: ["Sales.User"] }] },
  },
  {
    id: "sales",
    type: "module",
    parent: "project",
    name: "Sales",
    roles: [{ name: "User" }],
    folders: [{ id: "folder1", name: "Paying" }],
  },
  {
    id: "order",
    type: "entity",
    parent: "sales",
    name: "Order",
    isPersistable: false,
    attributes: [
      { id: "number", name: "Number", attributeType: { kind: "long" } },
      { id: "state", name: "State", attributeType: { kind: "enumeration", enumeration: "Sales.ENUM_State" } },
    ],
  },
  { id: "line", type: "entity", parent: "sales", name: "Line", isPersistable: false, attributes: [] },
  {
    id: "order_line",
    type: "association",
    parent: "sales",
    name: "Line_Order",
    owner: "Sales.Line",
    target: "Sales.Order",
    multiplicity: "single",
  },
  {
    id: "enum_state",
    type: "enumeration",
    parent: "sales",
    name: "ENUM_State",
    values: [{ name: "Open", caption: "Open" }],
  },
  {
    id: "limit",
    type: "constant",
    parent: "sales",
    name: "Limit",
    dataType: { kind: "integer" },
    defaultValue: 3,
  },
  {
    id: "pay",
    type: "microflow",
    parent: "sales",
    name: "Pay",
    folder: "folder1",
    returnType: text,
    allowedRoles: ["User"],
  },
  { id: "start", type: "element", parent: "pay", kind: "start", fields: {} },
  { id: "loop", type: "element", parent: "pay", kind: "loop", fields: { list: "Lines" } },
  { id: "inner", type: "element", parent: "loop", kind: "createObject", fields: { entity: "Sales.Line" } },
  { id: "note", type: "element", parent: "pay", kind: "annotation", fields: { text: "Pays the order" } },
  { id: "end", type: "element", parent: "pay", kind: "end", fields: { value: "'done'" } },
  { id: "flow1", type: "sequenceFlow", parent: "pay", from: "start", to: "loop" },
  { id: "flow2", type: "sequenceFlow", parent: "pay", from: "loop", to: "end" },
  { id: "noteflow", type: "annotationFlow", parent: "pay", from: "note", to: "loop" },
  {
    id: "overview",
    type: "page",
    parent: "sales",
    name: "Overview",
    title: "Orders",
    layout: "sidebar",
    visibleFor: ["User"],
  },
  {
    id: "frame",
    type: "widget",
    parent: "overview",
    order: "a",
    kind: "container",
    name: "container1",
    fields: {},
  },
  {
    id: "words",
    type: "widget",
    parent: "frame",
    order: "a",
    kind: "text",
    name: "text1",
    fields: { content: { text: "Orders", arguments: [] } },
  },
  { id: "around", type: "pageLayout", parent: "sales", name: "Around" },
  { id: "hole", type: "widget", parent: "around", order: "a", kind: "placeholder", name: "main", fields: {} },
  {
    id: "card",
    type: "snippet",
    parent: "sales",
    name: "Card",
    parameters: [{ name: "Order", entity: "Sales.Order" }],
  },
  {
    id: "rule",
    type: "widget",
    parent: "card",
    order: "a",
    kind: "container",
    name: "container1",
    fields: {},
  },
  { id: "placement:start", type: "placement", parent: "pay", of: "start", x: 0, y: 100 },
  { id: "placement:order", type: "placement", parent: "sales", of: "order", x: 10, y: 20 },
];

/** The records as a project. */
export function projectOf(records: readonly ProjectRecord[]): ProjectRecords {
  return new Map(records.map((record) => [record.id, record]));
}

export const sampleProject: ProjectRecords = projectOf(sampleRecords);
