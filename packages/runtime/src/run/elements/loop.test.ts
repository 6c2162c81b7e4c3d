import {
  changeList,
  changeVariable,
  createList,
  createObject,
  createVariable,
  decision,
  loop,
  merge,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { shop } from "./elements.test-support.ts";

describe("a loop", () => {
  const lines = {
    lines: createList("Shop.Line", "Lines"),
    first: createObject("Shop.Line", "First", { Amount: "1" }),
    add1: changeList("Lines", "add", "$First"),
    second: createObject("Shop.Line", "Second", { Amount: "2" }),
    add2: changeList("Lines", "add", "$Second"),
    text: createVariable("Text", "String", "''"),
  };

  test.each<[string, Parameters<typeof loop>[2], string]>([
    [
      "knows the position of the present object",
      { elements: { join: changeVariable("Text", "$Text + $currentIndex") } },
      "01",
    ],
    [
      "goes over the list as it stood when objects are added",
      { elements: { add: changeList("Lines", "add", "$Line"), join: changeVariable("Text", "$Text + 'x'") } },
      "xx",
    ],
    [
      "goes over the list as it stood when it is cleared",
      {
        elements: {
          clear: changeList("Lines", "clear"),
          join: changeVariable("Text", "$Text + $Line/Amount"),
        },
      },
      "12",
    ],
    [
      "goes over the list as it stood when objects are removed",
      {
        elements: {
          remove: changeList("Lines", "remove", "$First"),
          join: changeVariable("Text", "$Text + $Line/Amount"),
        },
      },
      "12",
    ],
    [
      "inside a loop has its own position",
      {
        elements: {
          before: changeVariable("Text", "$Text + $currentIndex + ':'"),
          inner: loop("Lines", "Inner", {
            elements: { join: changeVariable("Text", "$Text + $currentIndex + $Inner/Amount + ' '") },
          }),
          after: changeVariable("Text", "$Text + $currentIndex + ';'"),
        },
      },
      "0:01 12 0;1:01 12 1;",
    ],
    ["without a body does nothing", { elements: {} }, ""],
    [
      "ends a round where no flow goes on",
      {
        elements: {
          check: decision("$Line/Amount = 1"),
          join: changeVariable("Text", "$Text + $Line/Amount"),
          over: merge,
        },
        flows: ["check true> join", "check false> over"],
      },
      "1",
    ],
    [
      "may repeat a part of its body",
      {
        elements: {
          count: createVariable("Count", "Integer", "0"),
          again: merge,
          join: changeVariable("Text", "$Text + $Line/Amount"),
          next: changeVariable("Count", "$Count + 1"),
          check: decision("$Count < 3"),
          over: merge,
        },
        flows: ["count > again > join > next > check", "check true> again", "check false> over"],
      },
      "111222",
    ],
  ])("%s", async (_, body, expected) => {
    const { json, error } = await runFlow(
      { returns: "String", elements: { ...lines, loop: loop("Lines", "Line", body) }, result: "$Text" },
      { shop },
    );
    expect(error).toBe(undefined);
    expect(json).toBe(expected);
  });
});
