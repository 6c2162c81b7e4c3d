import { platformDefinitions } from "@rivulet/activities";
import { buildProject, createVariable } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { StudioProject } from "../../project/studio-project.ts";
import { addActivity } from "./add-activity.ts";

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
