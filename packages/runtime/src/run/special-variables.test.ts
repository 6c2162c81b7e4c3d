import { call, createVariable, log } from "@rivulet/testkit";
import { createObject, writeAttribute } from "@rivulet/values";
import { expect, test } from "vitest";
import { loadShop, observe, runFlow } from "../engine/engine.test-support.ts";

const greeting = { elements: { who: log("$currentUser/Name") } };

test("the special variables of a run are there in every microflow that it calls", async () => {
  const sample = loadShop({
    microflows: { Inner: greeting, Flow: { elements: { call: call("Shop.Inner") } } },
  });
  const shape = sample.project.index.shape("System.User");
  if (!shape) throw new Error("There is no System.User.");
  const currentUser = createObject(shape);
  writeAttribute(currentUser, "Name", "Ada");
  const { outcome, log: lines } = await observe(sample, "Shop.Flow", { specials: { currentUser } });
  expect(outcome.status).toBe("completed");
  expect(lines.map(({ message }) => message)).toEqual(["Ada"]);
});

test("without them they are empty", async () => {
  const isNobody = createVariable("IsNobody", "Boolean", "$currentUser = empty and $currentSession = empty");
  const { json } = await runFlow({ elements: { isNobody }, returns: "Boolean", result: "$IsNobody" });
  expect(json).toBe(true);
});
