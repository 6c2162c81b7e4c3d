import { specialVariables } from "@rivulet/activities";
import { ProjectIndex, systemModule } from "@rivulet/model";
import { connectorFaults } from "@rivulet/testkit";
import { expect, test } from "vitest";

test("the module System is as a connector module should be", () => {
  expect(connectorFaults({ module: systemModule, activities: [] })).toEqual([]);
});

test("the entities of the special variables are there", () => {
  const index = new ProjectIndex(new Map(systemModule.records.map((record) => [record.id, record])));
  const entities = specialVariables.flatMap(({ type }) => (type?.kind === "object" ? [type.entity] : []));
  expect(entities).toContain("System.HttpResponse");
  expect(entities.filter((entity) => !index.entity(entity))).toEqual([]);
});
