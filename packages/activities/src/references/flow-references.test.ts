import { applyDiff, exportFlow, importFlow, ProjectIndex, type ProjectRecords } from "@rivulet/model";
import {
  buildProject,
  call,
  createObject,
  createVariable,
  decision,
  sampleProject,
  withRecord,
} from "@rivulet/testkit";
import { expect, test } from "vitest";
import { flowReferences, flowRewriter } from "./flow-references.ts";

const project = buildProject({
  modules: {
    Sales: {
      entities: { Order: { attributes: { Total: "Decimal" } }, Unused: {} },
      enumerations: { Status: ["Open", "Closed"] },
      constants: { Vat: { type: "Decimal", value: "1.21" } },
      microflows: {
        Sub: { elements: {}, parameters: { Amount: "Decimal" } },
        Flow: {
          elements: {
            make: createObject("Sales.Order", "Order", { Total: "2 * @Sales.Vat" }),
            status: createVariable("Status", "Enumeration(Sales.Status)", "Sales.Status.Open"),
            check: decision("$Status = Sales.Status.Closed"),
            sub: call("Sales.Sub", { Amount: "$Order/Total" }),
          },
          flows: ["start > make > status > check true|false> sub > end"],
        },
      },
    },
  },
});

function flowFileOf({ index, catalog }: typeof project) {
  const result = exportFlow(index, "Sales.Flow", flowReferences({ index, catalog }));
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return result.flowFile;
}

test("an exported flow has every document that its elements name, and no other", () => {
  const [module] = flowFileOf(project).modules;
  expect(module?.entities.map(({ name }) => name)).toEqual(["Order"]);
  expect(module?.enumerations.map(({ name }) => name)).toEqual(["Status"]);
  expect(module?.constants.map(({ name }) => name)).toEqual(["Vat"]);
  expect(module?.microflows.map(({ name }) => name)).toEqual(["Flow", "Sub"]);
});

function importedInto(records: ProjectRecords) {
  const { catalog } = project;
  const rename = flowRewriter({ catalog, index: new ProjectIndex(records) });
  const result = importFlow(records, flowFileOf(project), { file: "flow.json", rename });
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return { index: sampleProject(applyDiff(records, result.diff), catalog).index, report: result.report };
}

test("an import under other names reaches fields and expressions", () => {
  const changes = ["Sales.Status", "Sales.Vat"].reduce(
    (changed, id) => withRecord(changed, id, (record) => ({ ...record, documentation: "Another one" })),
    project,
  );
  const { index, report } = importedInto(changes.records);
  const microflow = index.microflow(report.microflow);
  const fields = JSON.stringify(
    index.children(microflow?.id ?? "").flatMap((record) => ("fields" in record ? [record.fields] : [])),
  );
  expect(report.renamed.map(({ to }) => to)).toEqual(
    expect.arrayContaining(["Sales.Status_2", "Sales.Vat_2"]),
  );
  expect(fields).toContain("2 * @Sales.Vat_2");
  expect(fields).toContain("$Status = Sales.Status_2.Closed");
  expect(fields).not.toMatch(/Sales\.(?:Status|Vat)\b(?!_2)/);
});
