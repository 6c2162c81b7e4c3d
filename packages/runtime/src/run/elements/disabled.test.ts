import {
  changeList,
  changeVariable,
  createList,
  createObject,
  createVariable,
  disabled,
  loop,
  type MicroflowSketch,
} from "@rivulet/testkit";
import { describe, expect, test } from "vitest";
import { runFlow } from "../../engine/engine.test-support.ts";
import { shop } from "./elements.test-support.ts";

describe("what is disabled", () => {
  test.each<[string, MicroflowSketch["elements"], string]>([
    ["an activity", { skip: disabled(changeVariable("Text", "'b'")) }, "a"],
    [
      "a loop with all that is in it",
      {
        lines: createList("Shop.Line", "Lines"),
        line: createObject("Shop.Line", "Line"),
        add: changeList("Lines", "add", "$Line"),
        skip: disabled(loop("Lines", "Each", { elements: { change: changeVariable("Text", "'b'") } })),
      },
      "a",
    ],
  ])("is passed over: %s", async (_, elements, expected) => {
    const { json } = await runFlow(
      {
        returns: "String",
        elements: { text: createVariable("Text", "String", "'a'"), ...elements },
        result: "$Text",
      },
      { shop },
    );
    expect(json).toBe(expected);
  });
});
