import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryProject } from "../records/arbitrary-project.test-support.ts";
import type { AssociationRecord, AttributeRecord, EntityRecord, ProjectRecord } from "../records/records.ts";
import { projectOf, sampleProject } from "../records/sample-project.test-support.ts";
import { ProjectIndex } from "./project-index.ts";

const module: ProjectRecord = {
  id: "m",
  type: "module",
  parent: "project",
  name: "M",
  roles: [],
  folders: [],
};

function entity(name: string, generalization?: string, attributes: readonly string[] = []): EntityRecord {
  return {
    id: name,
    type: "entity",
    parent: "m",
    name,
    isPersistable: false,
    ...(generalization === undefined ? {} : { generalization }),
    attributes: attributes.map((attribute) => ({
      id: `${name}.${attribute}`,
      name: attribute,
      attributeType: { kind: "long" },
    })),
  };
}

function association(
  name: string,
  [owner, target]: readonly [string, string],
  rest: Partial<AssociationRecord> = {},
) {
  const record: AssociationRecord = {
    id: name,
    type: "association",
    parent: "m",
    name,
    owner,
    target,
    multiplicity: "single",
    ...rest,
  };
  return record;
}

function indexOf(...records: readonly ProjectRecord[]): ProjectIndex {
  return new ProjectIndex(projectOf([module, ...records]));
}

const steps = (index: ProjectIndex, name: string) =>
  index
    .associationsOf(name)
    .map((step) => `${step.association.name} ${step.end} ${step.other}${step.isSingle ? "" : "*"}`);

describe("the index of a project", () => {
  it("finds everything by its qualified name, and the name of everything", () => {
    const index = new ProjectIndex(sampleProject);
    expect(index.settings?.name).toBe("Shop");
    expect(index.module("Sales")?.id).toBe("sales");
    expect(index.modules().map(({ name }) => name)).toEqual(["Sales"]);
    expect(index.entity("Sales.Order")?.id).toBe("order");
    expect(index.enumeration("Sales.ENUM_State")?.id).toBe("enum_state");
    expect(index.constant("Sales.Limit")?.id).toBe("limit");
    expect(index.microflow("Sales.Pay")?.id).toBe("pay");
    expect(index.association("Sales.Line_Order")).toEqual({
      id: "order_line",
      name: "Sales.Line_Order",
      owner: "Sales.Line",
      target: "Sales.Order",
      multiplicity: "single",
      isOneToOne: false,
    });
    expect(index.qualifiedNameOf({ id: "pay" })).toBe("Sales.Pay");
    expect(index.qualifiedNameOf({ id: "start" })).toBeUndefined();
    expect(index.children("pay").map(({ id }) => id)).toContain("loop");
    expect(index.children("nobody")).toEqual([]);
  });

  it("finds nothing of another kind under a name", () => {
    const index = new ProjectIndex(sampleProject);
    for (const find of ["entity", "enumeration", "constant", "association"] as const) {
      expect(index[find]("Sales.Pay")).toBeUndefined();
    }
    expect(index.shape("Sales.Pay")).toBeUndefined();
    expect(index.microflow("Sales.Order")).toBeUndefined();
    expect(index.named("Sales.Order")?.type).toBe("entity");
    expect(index.named("toString")).toBeUndefined();
  });

  it("takes the first of two with the same name, whatever they are", () => {
    const index = indexOf(
      entity("A"),
      { ...entity("A"), id: "second" },
      association("A", ["M.A", "M.A"], { id: "third" }),
    );
    expect(index.entity("M.A")?.id).toBe("A");
    expect(index.all("entity").map(({ record }) => record.id)).toEqual(["A"]);
    expect(index.association("M.A")).toBeUndefined();
    expect(index.qualifiedNameOf({ id: "second" })).toBe("M.A");
  });

  it("leaves out what belongs to no module", () => {
    const index = indexOf({ ...entity("A"), parent: "nobody" });
    expect(index.all("entity")).toEqual([]);
    expect(index.qualifiedNameOf({ id: "A" })).toBeUndefined();
  });

  it("never throws, whatever the project, and knows the shape of each entity", () => {
    fc.assert(
      fc.property(arbitraryProject, (records) => {
        const index = new ProjectIndex(records);
        for (const { name, record } of index.all("entity")) {
          const shape = index.shape(name);
          expect(shape?.attributes.map(({ slot }) => slot)).toEqual(
            shape?.attributes.map((_, position) => position),
          );
          expect(shape?.attributes.length).toBeGreaterThanOrEqual(record.attributes.length);
          expect(index.shape(name)).toBe(shape);
          index.associationsOf(name);
        }
      }),
    );
  });
});

describe("generalizations", () => {
  it("give their attributes first, in their order, and share the shape", () => {
    const index = indexOf(
      entity("C", "M.B", ["c"]),
      entity("B", "M.A", ["b1", "b2"]),
      entity("A", undefined, ["a"]),
    );
    const shape = index.shape("M.C");
    expect(shape?.attributes.map(({ name, slot }) => `${name}${slot}`)).toEqual(["a0", "b11", "b22", "c3"]);
    expect(shape?.generalization).toBe(index.shape("M.B"));
    expect(index.isKindOf("M.C", "M.A")).toBe(true);
    expect(index.isKindOf("M.A", "M.C")).toBe(false);
    expect(index.specializationsOf("M.B")).toEqual(["M.C", "M.B"]);
  });

  it("keep an attribute that a specialization has again", () => {
    const index = indexOf(entity("A", undefined, ["x"]), entity("B", "M.A", ["x", "y"]));
    expect(index.shape("M.B")?.attributes.map(({ name }) => name)).toEqual(["x", "y"]);
  });

  it("that do not exist are left out", () => {
    expect(indexOf(entity("A", "M.Gone")).shape("M.A")).toMatchObject({ generalization: null });
  });

  it.each([
    ["of one", [entity("A", "M.A", ["a"])]],
    ["of two", [entity("A", "M.B", ["a"]), entity("B", "M.A", ["b"])]],
    [
      "behind another entity",
      [entity("A", "M.B", ["a"]), entity("B", "M.C", ["b"]), entity("C", "M.B", ["c"])],
    ],
  ])("in a cycle %s are cut where it closes", (_what, entities) => {
    for (const start of entities) {
      const index = indexOf(...entities, association("As", ["M.A", "M.A"]));
      expect(index.shape(`M.${start.name}`)?.attributes.map(({ name }) => name)).toContain(
        start.name.toLowerCase(),
      );
      for (const { name } of entities) {
        expect(index.isKindOf(`M.${name}`, `M.${name}`)).toBe(true);
        expect(index.associationsOf(`M.${name}`).length).toBeLessThanOrEqual(2);
      }
    }
  });

  it("may be as long as a file allows", () => {
    const line = Array.from({ length: 20_000 }, (_, index) => entity(`E${index}`, `M.E${index + 1}`));
    expect(indexOf(...line).isKindOf("M.E0", "M.E19999")).toBe(true);
  });
});

describe("initial values", () => {
  it.each<[AttributeRecord["attributeType"]["kind"], AttributeRecord["defaultValue"], unknown]>([
    ["long", undefined, null],
    ["long", "9007199254740993", 9007199254740993n],
    ["string", "x", "x"],
    ["boolean", undefined, false],
    ["boolean", true, true],
    ["dateTime", "1970-01-01T00:00:00.001Z", 1],
    ["long", "not a number", null],
  ])("of %s from %j is %s", (kind, defaultValue, expected) => {
    const attribute = { id: "a", name: "a", attributeType: { kind }, defaultValue } as AttributeRecord;
    const index = indexOf({ ...entity("A"), attributes: [attribute] });
    expect(index.shape("M.A")?.attributes[0]?.initialValue).toBe(expected);
  });
});

describe("associations of an entity", () => {
  const index = indexOf(
    entity("Party"),
    entity("Customer", "M.Party"),
    entity("Order"),
    association("Order_Party", ["M.Order", "M.Party"]),
    association("Customer_Tag", ["M.Customer", "M.Order"], { multiplicity: "set" }),
    association("Customer_Card", ["M.Customer", "M.Order"], { isOneToOne: true }),
    association("Order_Order", ["M.Order", "M.Order"], { multiplicity: "set" }),
  );

  it("are seen from both ends, inherited ones included", () => {
    expect(steps(index, "M.Customer")).toEqual([
      "M.Customer_Tag owner M.Order*",
      "M.Customer_Card owner M.Order",
      "M.Order_Party target M.Order*",
    ]);
    expect(steps(index, "M.Party")).toEqual(["M.Order_Party target M.Order*"]);
  });

  it("with itself are two", () => {
    expect(steps(index, "M.Order")).toEqual([
      "M.Order_Party owner M.Party",
      "M.Customer_Tag target M.Customer*",
      "M.Customer_Card target M.Customer",
      "M.Order_Order owner M.Order*",
      "M.Order_Order target M.Order*",
    ]);
  });

  it("of an entity that does not exist are none", () => {
    expect(index.associationsOf("M.Gone")).toEqual([]);
  });
});
