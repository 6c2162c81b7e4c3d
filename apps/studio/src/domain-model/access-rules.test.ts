import type { EntityRecord } from "@rivulet/model";
import { expect, test } from "vitest";
import {
  ruleOf,
  withCreation,
  withOthers,
  withoutRules,
  withRenamedAttribute,
  withRight,
  withRules,
} from "./access-rules.ts";

const entity: EntityRecord = {
  id: "Order",
  type: "entity",
  parent: "Shop",
  name: "Order",
  isPersistable: false,
  attributes: [],
};
const clerk = { role: "Clerk", attribute: "Secret" };

test("rules begin with everything that was allowed before, and without them that is so again", () => {
  const ruled = withRules(entity, ["Clerk", "Manager"]);
  expect(ruleOf(ruled, "Manager")).toEqual({ role: "Manager", mayCreate: true, others: "write" });
  expect(ruleOf(ruled, "Stranger")).toEqual({ role: "Stranger", mayCreate: false, others: "none" });
  expect(withoutRules(ruled)).toEqual(entity);
});

test("a role gets its own rights, for one attribute and for all others", () => {
  const ruled = withRight(
    withOthers(withCreation(withRules(entity, ["Clerk"]), "Clerk", false), "Clerk", "read"),
    clerk,
    "none",
  );
  expect(ruled.accessRules).toEqual([
    { role: "Clerk", mayCreate: false, others: "read", attributes: { Secret: "none" } },
  ]);
  expect(withRight(ruled, clerk, "others").accessRules).toEqual([
    { role: "Clerk", mayCreate: false, others: "read" },
  ]);
});

test("a role that came later gets a rule of its own by the first change", () => {
  const ruled = withRight(withRules(entity, []), clerk, "read");
  expect(ruled.accessRules).toEqual([
    { role: "Clerk", mayCreate: false, others: "none", attributes: { Secret: "read" } },
  ]);
});

test("an attribute that is renamed keeps its right", () => {
  const ruled = withRight(withRules(entity, ["Clerk"]), clerk, "none");
  expect(ruleOf(withRenamedAttribute(ruled, "Secret", "Hidden"), "Clerk").attributes).toEqual({
    Hidden: "none",
  });
  expect(withRenamedAttribute(ruled, "Other", "Else")).toBe(ruled);
});
