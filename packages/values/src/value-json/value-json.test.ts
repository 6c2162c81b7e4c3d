import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { link } from "../association-links.ts";
import type { DataType } from "../data-type.ts";
import { Decimal } from "../decimal.ts";
import { createObject, type EntityObject, readAttribute, writeAttribute } from "../entity-object.ts";
import { ObjectList } from "../object-list.ts";
import type { Value } from "../value.ts";
import { ObjectIds } from "./object-ids.ts";
import { associationOf, associationsOf, model, shapeOf } from "./sample-model.test-support.ts";
import { type ValueFault } from "./value-fault.ts";
import { valueFromJson } from "./value-from-json.ts";
import { maximumExpandDepth, valueToJson } from "./value-to-json.ts";

const orderType: DataType = { kind: "object", entity: "Shop.Order" };
const orders: DataType = { kind: "list", entity: "Shop.Order" };

function written(value: Value, type: DataType, expand = 0) {
  return valueToJson(value, type, { ids: new ObjectIds(), associationsOf, expand });
}

function newObject(entity: string, attributes: Readonly<Record<string, Value>> = {}): EntityObject {
  const object = createObject(shapeOf(entity));
  for (const [name, value] of Object.entries(attributes)) writeAttribute(object, name, value);
  return object;
}

function linkOver(association: string, owner: EntityObject, target: EntityObject): void {
  link({ object: owner, association: associationOf(association), end: "owner" }, target);
}

const emptyOrder = {
  Number: null,
  Count: null,
  Total: null,
  IsPaid: false,
  State: null,
  Scan: null,
  Placed: null,
  Secret: null,
  Serial: null,
  Text: null,
  "Shop.Order_Customer": null,
  "Shop.Order_Related": [],
  "Shop.Order_Bill": null,
};

describe("a value as JSON", () => {
  it.each<[Value, DataType, unknown]>([
    [null, { kind: "nothing" }, null],
    [null, orderType, null],
    [null, { kind: "string" }, null],
    [9007199254740993n, { kind: "integer" }, "9007199254740993"],
    [7, { kind: "integer" }, 7],
    [0, { kind: "dateTime" }, "1970-01-01T00:00:00.000Z"],
    [new Decimal(1250, 2), { kind: "decimal" }, "12.5"],
    [new Uint8Array([1, 2, 255]), { kind: "binary" }, "AQL/"],
    ["Open", { kind: "enumeration", enumeration: "Shop.State" }, "Open"],
    [true, { kind: "boolean" }, true],
    [new ObjectList("Shop.Order"), orders, []],
  ])("%o of type %o is %o", (value, type, json) => {
    expect(written(value, type)).toEqual(json);
  });

  it("names the entity and the id of an object, and the ids of what it refers to", () => {
    const customer = newObject("Shop.Customer", { Name: "Ann" });
    const first = newObject("Shop.Order", { Number: 1 });
    const second = newObject("Shop.Order", { Number: 2 });
    linkOver("Shop.Order_Customer", first, customer);
    linkOver("Shop.Order_Related", first, second);
    linkOver("Shop.Order_Related", first, first);
    expect(written(first, orderType)).toEqual({
      $entity: "Shop.Order",
      $id: "1",
      ...emptyOrder,
      Number: 1,
      "Shop.Order_Customer": "2",
      "Shop.Order_Related": ["3", "1"],
    });
  });

  it("writes an object of a list that comes again as a reference", () => {
    const order = newObject("Shop.Order");
    expect(written(new ObjectList("Shop.Order", [order, order]), orders)).toEqual([
      { $entity: "Shop.Order", $id: "1", ...emptyOrder },
      { $ref: "1" },
    ]);
  });

  it("nests the targets as deep as asked, and ends every cycle", () => {
    const [first, second, third] = [
      newObject("Shop.Order"),
      newObject("Shop.Order"),
      newObject("Shop.Order"),
    ] as const;
    linkOver("Shop.Order_Related", first, second);
    linkOver("Shop.Order_Related", second, first);
    linkOver("Shop.Order_Related", second, third);
    linkOver("Shop.Order_Related", third, first);
    const object = (id: string, related: unknown) => ({
      $entity: "Shop.Order",
      $id: id,
      ...emptyOrder,
      "Shop.Order_Related": related,
    });
    expect(written(first, orderType, 1)).toEqual(object("1", [object("2", ["1", "3"])]));
    expect(written(first, orderType, 9)).toEqual(
      object("1", [object("2", [{ $ref: "1" }, object("3", [{ $ref: "1" }])])]),
    );
  });

  it("writes a one-to-one association from both ends, since both own it", () => {
    const customer = newObject("Shop.Customer");
    linkOver("Shop.Order_Bill", newObject("Shop.Order"), customer);
    expect(written(customer, { kind: "object", entity: "Shop.Party" })).toEqual({
      $entity: "Shop.Customer",
      $id: "1",
      Name: null,
      Since: null,
      "Shop.Order_Bill": "2",
    });
  });

  it("keeps the ids of a run", () => {
    const options = { ids: new ObjectIds(), associationsOf };
    const [first, second] = [newObject("Shop.Order"), newObject("Shop.Order")];
    expect(valueToJson(second, orderType, options)).toMatchObject({ $id: "1" });
    expect(valueToJson(first, orderType, options)).toMatchObject({ $id: "2" });
    expect(valueToJson(second, orderType, options)).toMatchObject({ $id: "1" });
  });

  it.each([-1, 0.5, maximumExpandDepth + 1, Number.NaN])("is not nested %d deep", (expand) => {
    expect(() => written(null, orderType, expand)).toThrow("a whole number from 0 to 100");
  });
});

function faultsOf(json: unknown, type: DataType): readonly ValueFault[] {
  const result = valueFromJson(json, type, { model });
  return "faults" in result ? result.faults : [];
}

function read(json: unknown, type: DataType): Value {
  const result = valueFromJson(json, type, { model });
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

describe("a value from JSON", () => {
  it("needs of an object only what differs from a new one", () => {
    const order = read({ Number: "9007199254740993" }, orderType) as EntityObject;
    expect(readAttribute(order, "Number")).toBe(9007199254740993n);
    expect(readAttribute(order, "IsPaid")).toBe(false);
  });

  it("refers to objects by id, also before they come, by reference, and by nesting", () => {
    const json = [
      {
        $id: "a",
        "Shop.Order_Related": ["b", { $id: "c", Number: 3 }],
        "Shop.Order_Customer": { $entity: "Shop.Customer", Name: "Ann" },
      },
      { $id: "b", "Shop.Order_Related": [{ $ref: "a" }] },
      { $ref: "c" },
    ];
    const list = read(json, orders) as ObjectList;
    expect(written(list, orders, 2)).toMatchObject([
      {
        $id: "1",
        "Shop.Order_Related": [
          { $id: "3", "Shop.Order_Related": [{ $ref: "1" }] },
          { $id: "4", Number: 3 },
        ],
        "Shop.Order_Customer": { $entity: "Shop.Customer", Name: "Ann" },
      },
      { $ref: "3" },
      { $ref: "4" },
    ]);
  });

  it("takes an association from its other end, too", () => {
    const json = { "Shop.Order_Customer": [{ $entity: "Shop.Order", Number: 1 }, { Number: 2 }] };
    const customer = read(json, { kind: "object", entity: "Shop.Customer" }) as EntityObject;
    expect(customer.identity.links.map(({ end, size }) => [end, size])).toEqual([["target", 2]]);
  });

  it.each<[string, unknown, DataType, ValueFault["code"], string, string]>([
    ["a value for nothing", 1, { kind: "nothing" }, "wrong-value", "", "1 was given where no value belongs"],
    [
      "a text for a number",
      "x",
      { kind: "integer" },
      "wrong-value",
      "",
      '"x" should be a whole number of 64 bits',
    ],
    [
      "a number that is not safe",
      2 ** 53,
      { kind: "integer" },
      "wrong-value",
      "",
      "9007199254740992 should be",
    ],
    [
      "a number of 65 bits",
      "9223372036854775808",
      { kind: "integer" },
      "wrong-value",
      "",
      "should be a whole number",
    ],
    [
      "a day that does not exist",
      "2026-02-30T00:00:00Z",
      { kind: "dateTime" },
      "wrong-value",
      "",
      "should be a date",
    ],
    [
      "a time without a zone",
      "2026-02-03T00:00:00",
      { kind: "dateTime" },
      "wrong-value",
      "",
      "should be a date",
    ],
    [
      "no key",
      "Ope",
      { kind: "enumeration", enumeration: "Shop.State" },
      "unknown-key",
      "",
      '"Ope" is not a key of Shop.State: Open, Closed',
    ],
    [
      "no enumeration",
      "Open",
      { kind: "enumeration", enumeration: "Shop.No" },
      "unknown-key",
      "",
      "There is no enumeration Shop.No",
    ],
    ["an object for a list", {}, orders, "wrong-value", "", "An object should be a list: List(Shop.Order)"],
    ["a list for an object", [], orderType, "wrong-value", "", "A list should be an object of Shop.Order"],
    ["null in a list", [{}, null], orders, "wrong-value", "[1]", "null should be an object of Shop.Order"],
    [
      "no entity",
      { $entity: "Shop.Ordr" },
      orderType,
      "unknown-entity",
      "",
      'There is no entity "Shop.Ordr"',
    ],
    ["an entity that is no name", { $entity: 5 }, orderType, "unknown-entity", "", "There is no entity 5"],
    [
      "another entity",
      { $entity: "Shop.Customer" },
      orderType,
      "wrong-value",
      "",
      "An object of Shop.Customer was given where one of Shop.Order belongs",
    ],
    [
      "an abstract entity",
      {},
      { kind: "object", entity: "Shop.Party" },
      "wrong-value",
      "",
      "Shop.Party is abstract",
    ],
    [
      "no member",
      [{ Nmber: 1 }],
      orders,
      "unknown-member",
      "[0].Nmber",
      'Shop.Order has no attribute or association "Nmber". Its attributes: Number, Count',
    ],
    [
      "__proto__ as a member",
      JSON.parse('{"__proto__": {}}'),
      orderType,
      "unknown-member",
      "__proto__",
      "has no attribute",
    ],
    [
      "an association of others",
      { "Shop.Order_Bill": null },
      { kind: "object", entity: "Shop.Nobody" },
      "unknown-entity",
      "",
      "There is no entity",
    ],
    ["an empty boolean", { IsPaid: null }, orderType, "wrong-value", "IsPaid", "never empty"],
    [
      "33 bits for an Integer",
      { Count: 2147483648 },
      orderType,
      "wrong-value",
      "Count",
      "2147483648 does not fit in an Integer (32 bits)",
    ],
    [
      "a long text",
      { $entity: "Shop.Customer", Name: "12345678901" },
      { kind: "object", entity: "Shop.Customer" },
      "wrong-value",
      "Name",
      "has 11 characters; the attribute holds 10",
    ],
    [
      "no such id",
      { "Shop.Order_Customer": "9" },
      orderType,
      "unknown-id",
      "Shop.Order_Customer",
      'No object has the $id "9"',
    ],
    [
      "a reference before its object",
      [{ $ref: "1" }, { $id: "1" }],
      orders,
      "unknown-id",
      "[0]",
      "No object before this one",
    ],
    [
      "a reference to another entity",
      [{ "Shop.Order_Customer": { $id: "1", $entity: "Shop.Customer" } }, { $ref: "1" }],
      orders,
      "wrong-value",
      "[1]",
      "An object of Shop.Customer",
    ],
    [
      "an id of another entity",
      { $id: "1", "Shop.Order_Customer": "1" },
      orderType,
      "wrong-value",
      "Shop.Order_Customer",
      "An object of Shop.Order",
    ],
    ["an id that is no text", { $id: 1 }, orderType, "wrong-value", "", "The $id 1 should be a text"],
    [
      "an id twice",
      [{ $id: "1" }, { $id: "1" }],
      orders,
      "duplicate-id",
      "[1]",
      'The $id "1" is given to two objects',
    ],
    [
      "many where one belongs",
      { "Shop.Order_Customer": [] },
      orderType,
      "wrong-value",
      "Shop.Order_Customer",
      "A list should be one object or $id",
    ],
    [
      "one where many belong",
      { "Shop.Order_Related": {} },
      orderType,
      "wrong-value",
      "Shop.Order_Related",
      "An object should be a list of objects or $ids",
    ],
  ])("with %s is refused, with the place", (_what, json, type, code, path, message) => {
    const [fault] = faultsOf(json, type);
    expect(fault).toMatchObject({ code, path });
    expect(fault?.message).toContain(message);
  });

  it("tells everything that is wrong, up to a hundred faults", () => {
    expect(faultsOf([{ Number: "x" }, { Total: true, Nope: 1 }], orders).map(({ path }) => path)).toEqual([
      "[0].Number",
      "[1].Total",
      "[1].Nope",
    ]);
    expect(
      faultsOf(
        Array.from({ length: 500 }, () => 1),
        orders,
      ),
    ).toHaveLength(100);
  });

  it("has a limit for objects and for depth", () => {
    const limits = { maximumDepth: 2, maximumObjects: 3 };
    const nest = (depth: number): object => (depth === 0 ? {} : { "Shop.Order_Related": [nest(depth - 1)] });
    const faults = (json: unknown, type: DataType) => valueFromJson(json, type, { model, limits });
    expect(faults([{}, {}, {}, {}, {}], orders)).toMatchObject({
      faults: [{ code: "value-too-large", path: "[3]", message: "The value has more than 3 objects." }],
    });
    expect(faults(nest(2), orderType)).toHaveProperty("value");
    expect(faults(nest(3), orderType)).toMatchObject({
      faults: [{ message: "The value is nested deeper than 2 levels." }, { code: "value-too-large" }],
    });
  });

  it("and back is the same JSON, when everything is nested", () => {
    const scalars = fc.record(
      {
        Number: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(asInteger),
        Count: fc.integer(),
        Total: fc.tuple(fc.bigInt(), fc.nat(40)).map(([mantissa, scale]) => new Decimal(mantissa, scale)),
        IsPaid: fc.boolean(),
        State: fc.constantFrom("Open", "Closed"),
        Scan: fc.uint8Array(),
        Placed: fc.date({ noInvalidDate: true }).map(Number),
        Text: fc.string({ unit: "binary" }),
      },
      { requiredKeys: [] },
    );
    const graphs = fc.tuple(
      fc.array(scalars, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
    );
    fc.assert(
      fc.property(graphs, ([attributes, links]) => {
        const objects = attributes.map((values) => newObject("Shop.Order", values));
        for (const [from, to] of links) {
          const pick = (index: number) => objects[index % objects.length] ?? newObject("Shop.Order");
          linkOver("Shop.Order_Related", pick(from), pick(to));
        }
        const json = written(new ObjectList("Shop.Order", objects), orders, maximumExpandDepth);
        const again = read(JSON.parse(JSON.stringify(json)), orders);
        expect(written(again, orders, maximumExpandDepth)).toEqual(json);
      }),
      { numRuns: 50 },
    );
  });
});

function asInteger(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
