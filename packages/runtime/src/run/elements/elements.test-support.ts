import { changeVariable, createObject, createVariable, loop, type ModuleSketch } from "@rivulet/testkit";

/** A small domain: orders with lines, every kind of association among them. */
export const shop: ModuleSketch = {
  enumerations: { State: ["Open", "Closed"] },
  entities: {
    Order: {
      attributes: {
        Number: "Long",
        Count: "Integer",
        Total: "Decimal",
        Title: "String(5)",
        IsPaid: "Boolean",
        State: "Enumeration(Shop.State)",
        Placed: { type: "DateTime", defaultValue: "2026-01-31T12:00:00.000Z" },
      },
    },
    Rush: { generalization: "Shop.Order", attributes: { Deadline: "DateTime" } },
    Line: { attributes: { Amount: "Long" } },
  },
  associations: {
    Line_Order: "Line -> Order",
    Order_Related: "Order ->> Order",
    Order_Bill: "Order <-> Line",
  },
};

/** From a line to its order, and back. */
export const lineToOrder = { association: "Shop.Line_Order", end: "owner" } as const;
export const orderToLines = { association: "Shop.Line_Order", end: "target" } as const;

/** An order as JSON with the initial values of its entity. */
export const orderFields = {
  $entity: "Shop.Order",
  $id: "1",
  Number: null,
  Count: null,
  Total: null,
  Title: null,
  IsPaid: false,
  State: null,
  Placed: "2026-01-31T12:00:00.000Z",
  "Shop.Order_Related": [],
  "Shop.Order_Bill": null,
};

/** An order with two lines, and a line without an order. */
export const threeLines = {
  order: createObject("Shop.Order", "Order"),
  first: createObject("Shop.Line", "First", { Amount: "1", "Shop.Line_Order": "$Order" }),
  second: createObject("Shop.Line", "Second", { Amount: "2", "Shop.Line_Order": "$Order" }),
  third: createObject("Shop.Line", "Third", { Amount: "3" }),
};

/** Amounts of a list of lines as one text. */
export const amounts = {
  text: createVariable("Text", "String", "''"),
  read: loop("Lines", "Line", { elements: { join: changeVariable("Text", "$Text + $Line/Amount") } }),
};
