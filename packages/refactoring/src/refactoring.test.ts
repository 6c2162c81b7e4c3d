import type { ModuleRecord, ProjectRecord } from "@rivulet/model";
import {
  buildProject,
  call,
  changeList,
  createList,
  createObject,
  decision,
  loop,
  sampleProject,
} from "@rivulet/testkit";
import { type DataType, parseDataType } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { findUsages, findUsagesOfModule } from "./find-usages.ts";
import type { RefactoringTarget } from "./refactoring-context.ts";
import { renameModule, renameModuleRole, renameUsages } from "./rename.ts";

const variables: Readonly<Record<string, string>> = { Order: "Object(Sales.Order)" };

const project = buildProject({
  configurations: [{ name: "Embedded", kind: "embedded", constants: { "Sales.Vat": 1 } }],
  userRoles: [{ name: "Clerk", moduleRoles: ["Sales.User", "Shop.User"] }],
  modules: {
    Sales: {
      roles: ["User"],
      entities: {
        Order: { attributes: { Total: "Decimal", Status: "Enumeration(Sales.Status)" } },
        Rush: { generalization: "Sales.Order" },
      },
      associations: { Rush_Order: "Rush -> Order" },
      enumerations: { Status: ["Open"] },
      constants: { Vat: { type: "Decimal", value: "1.21" } },
      microflows: {
        Sub: { parameters: { Order: "Object(Sales.Order)" }, elements: {}, allowedRoles: ["User"] },
      },
    },
    Shop: {
      roles: ["User"],
      microflows: {
        Flow: {
          returns: "List(Sales.Order)",
          elements: {
            list: createList("Sales.Order", "Orders"),
            each: loop("Orders", "Order", {
              elements: {
                check: decision("$Order/Total > @Sales.Vat and $Order/Status = Sales.Status.Open"),
                call: call("Sales.Sub", { Order: "$Order" }),
              },
              flows: ["check true> call"],
            }),
            make: createObject("Sales.Order", "New", { Total: "1" }),
            add: changeList("Orders", "add", "$New"),
          },
        },
      },
    },
  },
});
const context = {
  ...project,
  variablesAt:
    () =>
    (name: string): DataType | undefined =>
      parseDataType(variables[name] ?? ""),
};
const idsOf = (records: readonly ProjectRecord[]) => records.map(({ id }) => id);

/** The project after records were put in the place of those with their ids. */
function withRecords(changed: readonly ProjectRecord[]) {
  const records = new Map(project.records);
  for (const record of changed) records.set(record.id, record);
  return { ...context, index: sampleProject(records).index };
}

describe("usages", () => {
  test.each<[RefactoringTarget["kind"], string, string[]]>([
    [
      "entity",
      "Sales.Order",
      [
        "Sales.Rush",
        "Sales.Rush_Order",
        "Sales.Sub.parameterOrder",
        "Shop.Flow",
        "Shop.Flow.list",
        "Shop.Flow.make",
      ],
    ],
    ["attribute", "Sales.Order.Total", ["Shop.Flow.check", "Shop.Flow.make"]],
    ["enumeration", "Sales.Status", ["Sales.Order", "Shop.Flow.check"]],
    ["enumerationValue", "Sales.Status.Open", ["Shop.Flow.check"]],
    ["constant", "Sales.Vat", ["project", "Shop.Flow.check"]],
    ["microflow", "Sales.Sub", ["Shop.Flow.call"]],
    ["association", "Sales.Rush_Order", []],
    ["entity", "Sales.Nothing", []],
  ])("of %s %s are %j", (kind, name, expected) => {
    const found = idsOf(findUsages({ kind, name }, context).map(({ record }) => record));
    expect(found.sort()).toEqual([...expected].sort());
  });

  test("of attributes of variables need the types of the variables", () => {
    const target = { kind: "attribute", name: "Sales.Order.Total" } as const;
    expect(idsOf(findUsages(target, project).map(({ record }) => record))).toEqual(["Shop.Flow.make"]);
  });

  test("of a module are those outside of it", () => {
    const found = idsOf(findUsagesOfModule("Sales", context).map(({ record }) => record));
    expect(found).toContain("Shop.Flow.call");
    expect(found).not.toContain("Sales.Rush");
  });

  test("leave out what belongs to somebody else", () => {
    const isReadOnly = (id: string) => id === "Shop.Flow";
    const found = findUsages({ kind: "entity", name: "Sales.Order" }, { ...context, isReadOnly });
    expect(idsOf(found.map(({ record }) => record))).toEqual([
      "Sales.Rush",
      "Sales.Rush_Order",
      "Sales.Sub.parameterOrder",
    ]);
  });
});

describe("renaming", () => {
  test.each<[RefactoringTarget["kind"], string, string]>([
    ["entity", "Sales.Order", "Sales.Purchase"],
    ["attribute", "Sales.Order.Total", "Sales.Order.GrandTotal"],
    ["enumeration", "Sales.Status", "Sales.State"],
    ["enumerationValue", "Sales.Status.Open", "Sales.Status.Begun"],
    ["constant", "Sales.Vat", "Sales.Tax"],
    ["microflow", "Sales.Sub", "Sales.SUB_Order"],
  ])("%s %s changes exactly the records that use it", (kind, name, newName) => {
    const usages = findUsages({ kind, name }, context).map(({ record }) => record);
    const changed = renameUsages([{ kind, from: name, to: newName }], context);
    expect(idsOf(changed)).toEqual(idsOf(usages));
    expect(JSON.stringify(changed)).toContain(newName.slice(newName.lastIndexOf(".") + 1));
  });

  test("keeps the values of a constant in configurations", () => {
    const changed = renameUsages([{ kind: "constant", from: "Sales.Vat", to: "Sales.Tax" }], context);
    expect(changed[0]).toMatchObject({ configurations: [{ constants: { "Sales.Tax": 1 } }] });
  });

  test("a module takes everything that names something of it along", () => {
    const changed = renameModule(project.index.module("Sales") as ModuleRecord, "Trade", context);
    const { index } = withRecords(changed);
    expect(index.entity("Trade.Rush")?.generalization).toBe("Trade.Order");
    expect(index.settings).toMatchObject({
      configurations: [{ constants: { "Trade.Vat": 1 } }],
      security: { userRoles: [{ moduleRoles: ["Trade.User", "Shop.User"] }] },
    });
    for (const name of ["Sales.Order", "Sales.Status", "Sales.Sub", "Sales.Vat"]) {
      for (const kind of ["entity", "enumeration", "microflow", "constant"] as const)
        expect(findUsages({ kind, name }, { ...context, index })).toEqual([]);
    }
  });

  test("a module role changes in its module, in microflows and in user roles", () => {
    const module = project.index.module("Sales") as ModuleRecord;
    const changed = renameModuleRole(module, { from: "User", to: "Clerk" }, context);
    expect(idsOf(changed)).toEqual(["Sales", "Sales.Sub", "project"]);
    expect(changed[1]).toMatchObject({ allowedRoles: ["Clerk"] });
    expect(changed[2]).toMatchObject({
      security: { userRoles: [{ moduleRoles: ["Sales.Clerk", "Shop.User"] }] },
    });
  });
});
