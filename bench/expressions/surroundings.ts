import type { ExpressionScope } from "@rivulet/expressions";
import { OpenModel } from "@rivulet/expressions/cases";
import type { DataType } from "@rivulet/values";

const orderAttributes: Readonly<Record<string, DataType>> = {
  Total: { kind: "decimal" },
  Number: { kind: "integer" },
  Note: { kind: "string" },
  IsPaid: { kind: "boolean" },
  Placed: { kind: "dateTime" },
  Status: { kind: "enumeration", enumeration: "Shop.Status" },
};

const variables: Readonly<Record<string, DataType>> = {
  Order: { kind: "object", entity: "Shop.Order" },
  Orders: { kind: "list", entity: "Shop.Order" },
  x: { kind: "integer" },
  Text: { kind: "string" },
  IsReady: { kind: "boolean" },
};

/** The names of the variables, in the order of their slots. */
export const variableNames = Object.keys(variables);

/** The project that the measured expressions speak about. */
export function shopModel(): OpenModel {
  const model = new OpenModel();
  for (const [name, type] of Object.entries(orderAttributes)) model.addEntity("Shop.Order", { name, type });
  for (const key of ["Open", "Closed", "Cancelled"]) model.addKey("Shop.Status", key);
  return model;
}

/** A scope with an order, a list of orders and a variable of each simple type. */
export function shopScope(): ExpressionScope {
  const list = new Map(Object.entries(variables).map(([name, type]) => [name, { name, type }]));
  return { model: shopModel(), variable: (name) => list.get(name), variables: () => list.values() };
}
