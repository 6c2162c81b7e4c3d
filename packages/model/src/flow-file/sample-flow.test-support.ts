import type { ConnectorModule } from "../connectors/connector-module.ts";
import type { ElementRecord, ProjectRecord } from "../records/records.ts";
import { projectOf } from "../records/sample-project.test-support.ts";
import type { FlowReferences, Renames } from "./flow-references.ts";

const nothing = { kind: "nothing" } as const;

/** Two connectors, of which the second builds on the first. */
export const connectors: readonly ConnectorModule[] = [
  {
    name: "Base",
    version: "1.0.0",
    records: [
      { id: "base", type: "module", parent: "project", name: "Base", roles: [], folders: [] },
      {
        id: "base.request",
        type: "entity",
        parent: "base",
        name: "Request",
        isPersistable: false,
        attributes: [],
      },
    ],
  },
  {
    name: "Mail",
    version: "2.1.0",
    records: [
      { id: "mail", type: "module", parent: "project", name: "Mail", roles: [], folders: [] },
      {
        id: "mail.letter",
        type: "entity",
        parent: "mail",
        name: "Letter",
        generalization: "Base.Request",
        isPersistable: false,
        attributes: [],
      },
    ],
  },
  { name: "Unused", version: "1.0.0", records: [] },
];

const element = (
  id: string,
  parent: string,
  kind: string,
  fields: ElementRecord["fields"],
): ElementRecord => ({
  id,
  type: "element",
  parent,
  kind,
  fields,
});

/** Sales.Pay uses something of every kind, over two modules and two connectors; Sales.Unused is used by nobody. */
const flowRecords: readonly ProjectRecord[] = [
  {
    id: "project",
    type: "project",
    name: "Shop",
    connectors: connectors.map(({ name, version }) => ({ module: name, version })),
    configurations: [],
    security: { level: "off", userRoles: [] },
  },
  {
    id: "sales",
    type: "module",
    parent: "project",
    name: "Sales",
    roles: [{ name: "Clerk" }, { name: "Nobody" }],
    folders: [{ id: "f1", name: "Paying" }],
  },
  { id: "common", type: "module", parent: "project", name: "Common", roles: [], folders: [] },
  {
    id: "party",
    type: "entity",
    parent: "common",
    name: "Party",
    isPersistable: false,
    isAbstract: true,
    attributes: [
      { id: "a1", name: "Kind", attributeType: { kind: "enumeration", enumeration: "Common.ENUM_Kind" } },
    ],
  },
  {
    id: "customer",
    type: "entity",
    parent: "sales",
    name: "Customer",
    generalization: "Common.Party",
    isPersistable: false,
    attributes: [{ id: "a2", name: "Name", attributeType: { kind: "string" } }],
  },
  { id: "order", type: "entity", parent: "sales", name: "Order", isPersistable: false, attributes: [] },
  { id: "extra", type: "entity", parent: "sales", name: "Extra", isPersistable: false, attributes: [] },
  {
    id: "order_customer",
    type: "association",
    parent: "sales",
    name: "Order_Customer",
    owner: "Sales.Order",
    target: "Sales.Customer",
    multiplicity: "single",
  },
  {
    id: "extra_order",
    type: "association",
    parent: "sales",
    name: "Extra_Order",
    owner: "Sales.Extra",
    target: "Sales.Order",
    multiplicity: "set",
  },
  {
    id: "enum_kind",
    type: "enumeration",
    parent: "common",
    name: "ENUM_Kind",
    folder: "f9",
    values: [{ name: "Private", caption: "Private" }],
  },
  {
    id: "key",
    type: "constant",
    parent: "sales",
    name: "Key",
    dataType: { kind: "string" },
    isSecret: true,
    defaultValue: "secret!",
  },
  {
    id: "rate",
    type: "constant",
    parent: "sales",
    name: "Rate",
    dataType: { kind: "decimal" },
    defaultValue: "0.19",
  },
  {
    id: "pay",
    type: "microflow",
    parent: "sales",
    name: "Pay",
    folder: "f1",
    returnType: { kind: "object", entity: "Sales.Customer" },
    allowedRoles: ["Clerk"],
  },
  element("pay1", "pay", "start", {}),
  element("pay2", "pay", "createObject", { entity: "Sales.Order", constant: "Sales.Rate" }),
  element("pay3", "pay", "loop", {}),
  element("pay4", "pay3", "microflowCall", { microflow: "Common.Sub" }),
  element("pay5", "pay", "Mail.Send", { entity: "Mail.Letter" }),
  element("pay6", "pay", "end", { constant: "Sales.Key" }),
  { id: "pay_f1", type: "sequenceFlow", parent: "pay", from: "pay1", to: "pay2" },
  { id: "placement:pay1", type: "placement", parent: "pay", of: "pay1", x: 1, y: 2 },
  {
    id: "sub",
    type: "microflow",
    parent: "common",
    name: "Sub",
    returnType: nothing,
    allowedRoles: [],
    isInternal: true,
  },
  element("sub1", "sub", "microflowCall", { microflow: "Sales.Pay" }),
  {
    id: "unused",
    type: "microflow",
    parent: "sales",
    name: "Unused",
    returnType: nothing,
    allowedRoles: ["Nobody"],
  },
];

export const flowProject = projectOf(flowRecords);

const fieldsOfReferences = {
  entities: "entity",
  associations: "association",
  enumerations: "enumeration",
  constants: "constant",
  microflows: "microflow",
} as const;

/** In these tests a field named after a kind holds a name of that kind. */
export function references({ fields }: ElementRecord): FlowReferences {
  const named = (field: string) => (typeof fields[field] === "string" ? [fields[field]] : []);
  const entries = Object.entries(fieldsOfReferences).map(([kind, field]) => [kind, named(field)]);
  return Object.fromEntries(entries) as unknown as FlowReferences;
}

/** Replaces names in those fields. */
export function rewrite(record: ElementRecord, renames: Renames): ElementRecord {
  const entries = Object.entries(record.fields).map(([field, value]) => [
    field,
    renames.get(String(value)) ?? value,
  ]);
  return { ...record, fields: Object.fromEntries(entries) };
}
