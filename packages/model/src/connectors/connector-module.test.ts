import { describe, expect, it } from "vitest";
import { ProjectIndex } from "../index/project-index.ts";
import type { ProjectRecord } from "../records/records.ts";
import { systemModule } from "../system/system-module.ts";
import { blankProject } from "../templates/blank-project.ts";
import { type ConnectorModule, withConnectors } from "./connector-module.ts";

const records: readonly ProjectRecord[] = [
  { id: "mail", type: "module", parent: "project", name: "Mail", roles: [], folders: [] },
  { id: "mail.letter", type: "entity", parent: "mail", name: "Letter", isPersistable: false, attributes: [] },
];
const mail: ConnectorModule = { name: "Mail", version: "2.0.0", records };

function project(module = "Mail", version = "2.0.0") {
  return blankProject({ name: "Orders", connectors: [{ module, version }], newId: () => "m1" });
}

describe("connector modules", () => {
  it("that a project names are added, read-only, behind its own records", () => {
    const connected = withConnectors(project(), [mail]);
    expect(connected.problems).toEqual([]);
    const ofSystem = systemModule.records.map(({ id }) => id);
    expect([...connected.records.keys()]).toEqual(["project", "m1", ...ofSystem, "mail", "mail.letter"]);
    expect([...connected.readOnlyIds]).toEqual([...ofSystem, "mail", "mail.letter"]);
    expect(new ProjectIndex(connected.records).entity("Mail.Letter")?.name).toBe("Letter");
  });

  it("that a project does not name are not added", () => {
    const own = blankProject({ name: "Orders", connectors: [] });
    const connected = withConnectors(own, [mail]);
    expect(connected.problems).toEqual([]);
    expect(connected.records.has("mail")).toBe(false);
  });

  it.each([
    ["Post", "2.0.0", "unknown-connector", "(installed: Mail)"],
    [
      "Mail",
      "1.0.0",
      "connector-version",
      "uses version 1.0.0 of the connector Mail, but 2.0.0 is installed",
    ],
  ])("named as %s %s are a problem (%s)", (module, version, code, message) => {
    const connected = withConnectors(project(module, version), [mail]);
    expect(connected.problems).toMatchObject([
      { code, severity: "error", place: { file: "rivulet.json", field: "connectors[0]" } },
    ]);
    expect(connected.problems[0]?.message).toContain(message);
    expect(connected.readOnlyIds.has("mail")).toBe(false);
  });

  it("that share an id or a name with the project are a problem and not added", () => {
    const sameId = withConnectors(project(), [
      { ...mail, records: [{ ...records[0], id: "m1" } as ProjectRecord] },
    ]);
    expect(sameId.problems).toMatchObject([{ code: "duplicate-id" }]);
    const sameName = new Map(project()).set("m2", { ...records[0], id: "m2", name: "mail" } as ProjectRecord);
    const connected = withConnectors(sameName, [mail]);
    expect(connected.problems).toMatchObject([{ code: "duplicate-name" }]);
    expect(connected.records.has("mail.letter")).toBe(false);
  });
});

describe("the module System", () => {
  it("is in every project, read-only", () => {
    const connected = withConnectors(project(), []);
    expect(
      new ProjectIndex(connected.records).shape("System.HttpResponse")?.attributesByName.has("Content"),
    ).toBe(true);
    expect(connected.readOnlyIds.has("System.User")).toBe(true);
  });

  it("is a problem for a module of the project that has its name", () => {
    const own = new Map(project()).set("m2", { ...records[0], id: "m2", name: "system" } as ProjectRecord);
    expect(withConnectors(own, [mail]).problems).toMatchObject([
      { code: "duplicate-name", place: { record: "m2", field: "name" } },
    ]);
  });
});
