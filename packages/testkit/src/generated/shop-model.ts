import type { ModuleSketch } from "../project/project-sketch.ts";

/** The domain model in which generated microflows work: every kind of attribute and association that they use. */
export const shopModel: ModuleSketch = {
  enumerations: { State: ["Open", "Closed", "Lost"] },
  entities: {
    Order: {
      attributes: {
        Number: "Long",
        Count: "Integer",
        Total: "Decimal",
        Title: "String(12)",
        IsPaid: "Boolean",
        State: "Enumeration(Shop.State)",
      },
    },
    Rush: { generalization: "Shop.Order", attributes: { Deadline: { type: "Long", defaultValue: 7 } } },
    Line: { attributes: { Amount: { type: "Long", defaultValue: 1 }, Label: "String" } },
    Wide: {
      attributes: Object.fromEntries(
        Array.from({ length: 11 }, (_, index) => [`A${index}`, { type: "Long", defaultValue: index }]),
      ),
    },
  },
  associations: {
    Line_Order: "Line -> Order",
    Order_Related: "Order ->> Order",
    Order_Bill: "Order <-> Line",
  },
};

/** An attribute that generated expressions read and generated activities set. */
export interface SampleAttribute {
  readonly name: string;
  readonly type: "Integer" | "Decimal" | "String" | "Boolean" | "State";
}

/** The attributes of each entity, inherited ones included. */
export const sampleAttributes: Readonly<Record<string, readonly SampleAttribute[]>> = (() => {
  const order: SampleAttribute[] = [
    { name: "Number", type: "Integer" },
    { name: "Count", type: "Integer" },
    { name: "Total", type: "Decimal" },
    { name: "Title", type: "String" },
    { name: "IsPaid", type: "Boolean" },
    { name: "State", type: "State" },
  ];
  return {
    "Shop.Order": order,
    "Shop.Rush": [...order, { name: "Deadline", type: "Integer" }],
    "Shop.Line": [
      { name: "Amount", type: "Integer" },
      { name: "Label", type: "String" },
    ],
    "Shop.Wide": [
      { name: "A0", type: "Integer" },
      { name: "A7", type: "Integer" },
      { name: "A8", type: "Integer" },
      { name: "A10", type: "Integer" },
    ],
  };
})();

/** An association as seen from one of its ends. */
export interface SampleStep {
  readonly association: string;
  readonly end: "owner" | "target";
  readonly from: string;
  readonly to: string;
  readonly isSingle: boolean;
}

/** All associations from either end. */
export const sampleSteps: readonly SampleStep[] = [
  { association: "Shop.Line_Order", end: "owner", from: "Shop.Line", to: "Shop.Order", isSingle: true },
  { association: "Shop.Line_Order", end: "target", from: "Shop.Order", to: "Shop.Line", isSingle: false },
  { association: "Shop.Order_Related", end: "owner", from: "Shop.Order", to: "Shop.Order", isSingle: false },
  { association: "Shop.Order_Related", end: "target", from: "Shop.Order", to: "Shop.Order", isSingle: false },
  { association: "Shop.Order_Bill", end: "owner", from: "Shop.Order", to: "Shop.Line", isSingle: true },
  { association: "Shop.Order_Bill", end: "target", from: "Shop.Line", to: "Shop.Order", isSingle: true },
];

/** Whether objects of an entity can stand where those of another are wanted. */
export function isSampleKindOf(entity: string, wanted: string): boolean {
  return entity === wanted || (entity === "Shop.Rush" && wanted === "Shop.Order");
}
