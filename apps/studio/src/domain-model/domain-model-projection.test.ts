import { ProjectIndex } from "@rivulet/model";
import { buildProject, withRecords } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { boundsOf } from "../canvas/routing/flow-sides.ts";
import { DomainModelProjector, drawnBoxes } from "./domain-model-projection.ts";
import { inheritedAttributes } from "./inherited-attributes.ts";

const sample = buildProject({
  modules: {
    Shop: {
      entities: {
        Party: { attributes: { Name: "String" } },
        Person: { attributes: { Age: "Integer" }, generalization: "Shop.Party" },
        Clerk: { attributes: { Desk: "String" }, generalization: "Shop.Person" },
      },
      associations: { A_clerk_and_whoever_is_in_charge_of_that_desk: "Clerk -> Clerk" },
    },
  },
});
const index = new ProjectIndex(sample.records);
const module = index.entity("Shop.Party")?.parent ?? "";

test("what is drawn reaches as far as its lines and their names, and not only its entities", () => {
  const { nodes, edges } = new DomainModelProjector(module).project(index);
  const all = boundsOf(drawnBoxes({ nodes, edges }));
  const entities = boundsOf(drawnBoxes({ nodes, edges: [] }));
  const [name] = edges.flatMap(({ data }) => data?.route.writing ?? []);
  if (!all || !entities || !name) throw new Error("Something is not drawn.");
  expect(all.width * all.height).toBeGreaterThan(entities.width * entities.height);
  expect(name.x).toBeGreaterThanOrEqual(all.x);
  expect(name.x + name.width).toBeLessThanOrEqual(all.x + all.width);
});

test("an entity inherits from all that it specializes, and knows what from which", () => {
  expect(inheritedAttributes(index, { generalization: "Shop.Person" })).toMatchObject([
    { name: "Name", from: "Shop.Party" },
    { name: "Age", from: "Shop.Person" },
  ]);
  const { nodes } = new DomainModelProjector(module).project(index);
  expect(nodes.map(({ data }) => data.inherited)).toEqual([[], ["Name"], ["Name", "Age"]]);
});

test("an entity that inherits something else than before is drawn again, what it inherits from further up is not", () => {
  const projector = new DomainModelProjector(module);
  const before = projector.project(index).nodes;
  const person = index.entity("Shop.Person");
  if (!person) throw new Error("The sample is not complete.");
  const changed = withRecords(sample, [{ ...person, attributes: [] }]);
  const after = projector.project(new ProjectIndex(changed.records)).nodes;
  expect(after.map(({ data }) => data.inherited)).toEqual([[], ["Name"], ["Name"]]);
  expect(after.map((node, position) => node === before[position])).toEqual([true, false, false]);
});
