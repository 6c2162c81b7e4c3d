import type { AccessRule, JsonValue } from "@rivulet/model";
import { buildProject, createObject, type PageSketch, type ProjectSketch } from "@rivulet/testkit";

/** A widget that shows one value of the object around. */
export const value = (name: string, expression: string) => ({
  kind: "text",
  name,
  fields: { content: { text: "{1}", arguments: [expression] }, render: "text" },
});

/** A list of what a microflow returns. */
export const listOf = (name: string, microflow: string, more: Readonly<Record<string, JsonValue>> = {}) => ({
  kind: "listView",
  name,
  fields: { source: { kind: "microflow", microflow, arguments: {} }, pageSize: 2, ...more },
});

/** What a shop has besides its pages. */
export type ShopSketch = ProjectSketch & {
  /** Access rules of its orders. */
  readonly orderRules?: readonly AccessRule[];
};

/** A shop with orders, seen by clerks and managers. */
const shop = (
  pages: Readonly<Record<string, PageSketch>>,
  { orderRules, ...more }: ShopSketch,
): ProjectSketch => ({
  userRoles: [
    { name: "Clerk", moduleRoles: ["Shop.Clerk"] },
    { name: "Manager", moduleRoles: ["Shop.Manager"] },
  ],
  ...more,
  modules: {
    Shop: {
      roles: ["Clerk", "Manager"],
      enumerations: { State: ["Open", "Paid"] },
      entities: {
        Order: {
          attributes: {
            Number: "Long",
            State: "Enumeration(Shop.State)",
            Secret: "String",
            Total: "Decimal",
            At: "DateTime",
          },
          ...(orderRules === undefined ? {} : { accessRules: orderRules }),
        },
        Line: { attributes: { Text: "String" } },
      },
      associations: { Line_Order: "Line -> Order" },
      microflows: {
        AllOrders: { returns: "List(Shop.Order)", elements: {}, result: "empty", allowedRoles: ["Clerk"] },
        OneOrder: {
          returns: "Object(Shop.Order)",
          elements: { make: createObject("Shop.Order", "Made", { Number: "7" }) },
          result: "$Made",
          allowedRoles: ["Clerk", "Manager"],
        },
        Pay: { parameters: { Order: "Object(Shop.Order)" }, elements: {}, allowedRoles: ["Clerk"] },
      },
      pages,
    },
  },
});

/** The index of such a shop. */
export function shopIndex(pages: Readonly<Record<string, PageSketch>>, more: ShopSketch = {}) {
  return buildProject(shop(pages, more)).index;
}
