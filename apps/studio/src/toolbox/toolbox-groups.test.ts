import { platformDefinitions } from "@rivulet/activities";
import { describe, expect, test } from "vitest";
import { toolboxGroups } from "./toolbox-groups.ts";

const found = (query: string) =>
  toolboxGroups(platformDefinitions, query).flatMap(({ activities }) => activities.map(({ label }) => label));

describe("the toolbox", () => {
  test("shows what can be drawn by group, without the start event", () => {
    const groups = toolboxGroups(platformDefinitions, "");
    expect(groups.map(({ group }) => group).slice(0, 3)).toEqual(["flow", "object", "list"]);
    expect(found("")).not.toContain("Start");
    expect(new Set(found("")).size).toBe(found("").length);
  });

  test.each([
    ["cr ob", "Create object"],
    ["create object", "Create object"],
    ["CREATE", "Create object"],
    ["retrieve", "Retrieve"],
    ["for each", "Loop"],
    ["if", "Decision"],
    ["cl", "Change list"],
  ])("finds by %j among the first %s", (query, label) => {
    expect(found(query).slice(0, 3)).toContain(label);
  });

  test("says nothing when nothing answers", () => {
    expect(toolboxGroups(platformDefinitions, "qqq")).toEqual([]);
  });
});
