import { ProjectIndex, type ProjectRecord } from "@rivulet/model";
import { expect, test } from "vitest";
import { spotOfPlace } from "./spot-of-place.ts";

const records: ProjectRecord[] = [
  {
    id: "project",
    type: "project",
    name: "Sample",
    connectors: [],
    configurations: [],
    security: { level: "off", userRoles: [] },
  },
  { id: "m", type: "module", parent: "project", name: "Shop", roles: [], folders: [] },
  {
    id: "f",
    type: "microflow",
    parent: "m",
    name: "Flow",
    returnType: { kind: "nothing" },
    allowedRoles: [],
  },
  { id: "loop", type: "element", parent: "f", kind: "loop", fields: {} },
  { id: "inner", type: "element", parent: "loop", kind: "merge", fields: {} },
  { id: "order", type: "entity", parent: "m", name: "Order", isPersistable: false, attributes: [] },
];
const index = new ProjectIndex(new Map(records.map((record) => [record.id, record])));
const flow = { kind: "microflow", id: "f" };

test.each([
  [
    { record: "inner", field: "x" },
    { target: flow, records: ["inner"], field: "x" },
  ],
  [{ record: "f" }, { target: flow, records: [] }],
  [{ document: "Shop.Flow" }, { target: flow, records: [] }],
  [{ record: "order" }, { target: { kind: "domainModel", module: "m" }, records: ["order"] }],
  [{ document: "Shop.Gone" }, undefined],
  [
    { record: "gone", document: "Shop.Flow" },
    { target: flow, records: [] },
  ],
  [
    { record: "project", field: "security.demoUsers[0].userRoles" },
    { target: { kind: "security" }, records: ["project"], field: "security.demoUsers[0].userRoles" },
  ],
  [
    { record: "project", field: "navigation.homePage" },
    { target: { kind: "navigation" }, records: ["project"], field: "navigation.homePage" },
  ],
  [
    { record: "project", field: "configurations[0].endpoint" },
    { target: { kind: "settings" }, records: ["project"], field: "configurations[0].endpoint" },
  ],
  [{}, undefined],
])("%j is shown at %j", (place, spot) => {
  expect(spotOfPlace(place, index)).toEqual(spot);
});
