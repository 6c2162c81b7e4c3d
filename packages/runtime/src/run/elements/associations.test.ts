import {
  changeList,
  changeObject,
  createList,
  createObject,
  type MicroflowSketch,
  retrieve,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { amounts, lineToOrder, orderToLines, shop, threeLines } from "./elements.test-support.ts";

describe("associations", () => {
  test.each<[string, MicroflowSketch["elements"], string]>([
    ["are read from the end that does not own them, in the order of linking", threeLines, "12"],
    [
      "give a link up when the owner gets another target",
      {
        ...threeLines,
        other: createObject("Shop.Order", "Other"),
        move: changeObject("First", { "Shop.Line_Order": "$Other" }),
      },
      "2",
    ],
    [
      "can be taken away",
      { ...threeLines, unlink: changeObject("First", { "Shop.Line_Order": "empty" }) },
      "2",
    ],
    [
      "keep their place when linked again",
      { ...threeLines, again: changeObject("Third", { "Shop.Line_Order": "$Order" }) },
      "123",
    ],
  ])("%s", async (_, elements, expected) => {
    const { json } = await runFlow(
      {
        returns: "String",
        elements: { ...elements, lines: retrieve("Order", orderToLines, "Lines"), ...amounts },
        result: "$Text",
      },
      { shop },
    );
    expect(json).toBe(expected);
  });

  test("are read from the owner as one object", async () => {
    const elements = { ...threeLines, find: retrieve("Second", lineToOrder, "Found") };
    const { json } = await runFlow({ returns: "Boolean", elements, result: "$Found = $Order" }, { shop });
    expect(json).toBe(true);
  });

  test("that nobody set are empty from the owner, and a list without members from the target", async () => {
    const elements = {
      ...threeLines,
      find: retrieve("Third", lineToOrder, "Found"),
      bare: createObject("Shop.Order", "Bare"),
      lines: retrieve("Bare", orderToLines, "Lines"),
    };
    const result = "$Found = empty and $Lines = empty and length($Lines) = 0";
    const { json } = await runFlow({ returns: "Boolean", elements, result }, { shop });
    expect(json).toBe(true);
  });

  test.each<[string, "set" | "add" | "remove", string, number]>([
    ["set to a list", "set", "$Others", 2],
    ["set to one object", "set", "$Other", 1],
    ["with a list added", "add", "$Others", 3],
    ["with one object added", "add", "$Other", 2],
    ["with a list removed", "remove", "$Others", 1],
    ["set to empty", "set", "empty", 0],
  ])("that hold many, %s", async (_, operation, value, count) => {
    const related = { association: "Shop.Order_Related", end: "owner" } as const;
    const member = "Shop.Order_Related";
    const elements = {
      order: createObject("Shop.Order", "Order"),
      old: createObject("Shop.Order", "Old"),
      other: createObject("Shop.Order", "Other"),
      others: createList("Shop.Order", "Others"),
      fill: changeList("Others", "add", "$Other"),
      more: createObject("Shop.Order", "More"),
      fill2: changeList("Others", "add", "$More"),
      first: changeObject("Order", [{ member, value: "$Old" }]),
      change: changeObject("Order", [{ member, operation, value }]),
      found: retrieve("Order", related, "Found"),
    };
    const { json } = await runFlow({ returns: "Integer", elements, result: "length($Found)" }, { shop });
    expect(json).toBe(count);
  });

  test("that are one to one give up what either side had", async () => {
    const bill = { association: "Shop.Order_Bill", end: "owner" } as const;
    const elements = {
      order: createObject("Shop.Order", "Order"),
      other: createObject("Shop.Order", "Other"),
      line: createObject("Shop.Line", "Line", { Amount: "1" }),
      first: changeObject("Order", { "Shop.Order_Bill": "$Line" }),
      second: changeObject("Other", { "Shop.Order_Bill": "$Line" }),
      found: retrieve("Order", bill, "Found"),
      kept: retrieve("Other", bill, "Kept"),
    };
    const result = "$Found = empty and $Kept = $Line";
    const { json } = await runFlow({ returns: "Boolean", elements, result }, { shop });
    expect(json).toBe(true);
  });
});
