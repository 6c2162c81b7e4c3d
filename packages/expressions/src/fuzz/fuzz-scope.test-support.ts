import {
  type AssociationShape,
  createObject,
  decimalFromText,
  type EntityObject,
  type EntityShape,
  link,
  type Value,
  writeAttribute,
} from "@rivulet/values";
import { type ModelDescription, modelOf, type Variables } from "../evaluate.test-support.ts";
import type { Random } from "./random.test-support.ts";

const orderCustomer: AssociationShape = {
  name: "Shop.Order_Customer",
  owner: "Shop.Order",
  target: "Shop.Customer",
  multiplicity: "single",
  isOneToOne: false,
};

/** The project that generated expressions speak about. */
export const fuzzModel: ModelDescription = {
  entities: {
    "Shop.Order": { attributes: { Total: "decimal", Number: "long", Note: "string", IsPaid: "boolean" } },
    "Shop.Customer": { attributes: { Name: "string" } },
  },
  associations: [orderCustomer],
  enumerations: {
    "Shop.Status": [
      ["Open", "Open"],
      ["Closed", "Closed"],
    ],
  },
};

/** The clock of every fuzz run. */
export const fuzzNow = Date.UTC(2024, 1, 29, 13, 14, 15, 16);

const decimals = ["0", "1", "-1", "0.5", "2.5", "-99.995", "12345678901234567890.0123456789", "1234.56"];
const integers = [0, 1, -1, 2, 7, 255, -4096, 9007199254740991, -9007199254740991];
const bigIntegers = [2n ** 62n, 2n ** 63n - 1n, -(2n ** 63n), 9007199254740993n];
const texts = ["", "a", "A b", " x ", "it's", "12", "é😀"];

function orEmpty(random: Random, value: Value): Value {
  return random.oneIn(8) ? null : value;
}

function decimal(random: Random): Value {
  return decimalFromText(random.pick(decimals)) ?? null;
}

const lookup = modelOf(fuzzModel);

function shapeOf(entity: string): EntityShape {
  const shape = lookup.shape(entity);
  if (!shape) throw new Error(`The fuzz model has no ${entity}.`);
  return shape;
}

const orderShape = shapeOf("Shop.Order");
const customerShape = shapeOf("Shop.Customer");

function order(random: Random): EntityObject {
  const object = createObject(orderShape);
  writeAttribute(object, "Total", orEmpty(random, decimal(random)));
  writeAttribute(object, "Number", orEmpty(random, random.pick(integers)));
  writeAttribute(object, "Note", orEmpty(random, random.pick(texts)));
  writeAttribute(object, "IsPaid", random.oneIn(2));
  if (random.oneIn(4)) return object;
  const customer = createObject(customerShape);
  writeAttribute(customer, "Name", orEmpty(random, random.pick(texts)));
  link({ object, association: orderCustomer, end: "owner" }, customer);
  return object;
}

/** The variables of generated expressions with random values, some of them empty. */
export function fuzzVariables(random: Random): Variables {
  return {
    i: ["Integer", orEmpty(random, random.pick(integers))],
    j: ["Integer", random.pick(integers)],
    big: ["Integer", random.pick(bigIntegers)],
    d: ["Decimal", orEmpty(random, decimal(random))],
    e: ["Decimal", decimal(random)],
    s: ["String", random.pick(texts)],
    t: ["String", orEmpty(random, random.pick(texts))],
    b: ["Boolean", random.oneIn(2)],
    c: ["Boolean", orEmpty(random, random.oneIn(2))],
    day: ["DateTime", orEmpty(random, Date.UTC(2024, random.below(12), random.below(31)))],
    other: ["DateTime", Date.UTC(1999, 11, 31, 23, 59)],
    status: ["Enumeration(Shop.Status)", orEmpty(random, random.pick(["Open", "Closed"]))],
    o: ["Object(Shop.Order)", order(random)],
    p: ["Object(Shop.Order)", orEmpty(random, order(random))],
  };
}
