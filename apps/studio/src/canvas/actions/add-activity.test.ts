import { platformDefinitions } from "@rivulet/activities";
import { placementId } from "@rivulet/model";
import { buildProject, createVariable } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { StudioProject } from "../../project/studio-project.ts";
import { freePlaceBehind } from "../free-place.ts";
import { addActivity, insertActivity } from "./add-activity.ts";

test("a microflow that is dropped on a flow is called there, and its result has a name", () => {
  const { records } = buildProject({
    modules: {
      Shop: {
        microflows: {
          Total: { returns: "Integer", result: "1", elements: {} },
          Order: { elements: { first: createVariable("Count", "Integer", "1") } },
        },
      },
    },
  });
  const project = new StudioProject(
    { records: [...records.values()], hashes: {} },
    { modules: [], activities: [...platformDefinitions] },
  );
  const order = project.index.microflow("Shop.Order")?.id ?? "";
  const flow = project.index.children(order).find(({ type }) => type === "sequenceFlow");
  const id = addActivity(
    { project, microflow: order },
    { kind: "microflowCall", fields: { call: { microflow: "Shop.Total", arguments: {} } } },
    { kind: "flow", flow: flow?.id ?? "", at: { x: 0, y: 0 } },
  );
  const added = project.record(id ?? "");
  expect(added).toMatchObject({
    kind: "microflowCall",
    fields: {
      call: { microflow: "Shop.Total", arguments: {} },
      output: expect.stringMatching(/\w/) as string,
    },
  });
  const joined = project.index
    .children(order)
    .filter((record) => record.type === "sequenceFlow" && (record.from === id || record.to === id));
  expect(joined).toHaveLength(2);
});

test("what is joined by keys stands behind its element, below what stands there already, and is one step", () => {
  const { records } = buildProject({
    modules: {
      Shop: {
        microflows: {
          Order: {
            elements: {
              first: createVariable("Count", "Integer", "1"),
              second: createVariable("Total", "Integer", "2"),
            },
          },
        },
      },
    },
  });
  const project = new StudioProject(
    { records: [...records.values()], hashes: {} },
    { modules: [], activities: [...platformDefinitions] },
  );
  const microflow = project.index.microflow("Shop.Order")?.id ?? "";
  const drawing = { project, microflow };
  const [first = "", second = ""] = project.index
    .children(microflow)
    .flatMap((record) => (record.type === "element" && record.kind === "createVariable" ? [record.id] : []));
  project.store.transact("Place", (transaction) => {
    const place = { type: "placement", parent: microflow } as const;
    transaction.put({ ...place, id: placementId(first), of: first, x: 100, y: 100 });
    transaction.put({ ...place, id: placementId(second), of: second, x: 344, y: 100 });
  });
  const before = [...project.store.records.values()];
  const at = freePlaceBehind(drawing, first);
  expect(at).toEqual({ x: 344, y: 230 });
  const flow = { element: first, side: "behind", way: { kind: "error" } } as const;
  const id = insertActivity(drawing, "logMessage", { kind: "joined", flow, at }) ?? "";
  expect(project.record(placementId(id))).toMatchObject({ x: 346, y: 202 });
  expect(
    project.index
      .children(microflow)
      .some((record) => record.type === "sequenceFlow" && record.from === first && record.to === id),
  ).toBe(true);
  project.store.undo();
  expect([...project.store.records.values()]).toEqual(before);
});
