import type { RunOutcome } from "@rivulet/runtime";
import { buildProject } from "@rivulet/testkit";
import { createObject, ObjectList, type Value, writeAttribute } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { shop } from "../sample-project.test-support.ts";
import { KeptOutcomes } from "./kept-outcomes.ts";

const { index } = buildProject(shop);

const completed = (value: Value): RunOutcome => ({
  status: "completed",
  type: { kind: "string" },
  value,
  steps: 1,
  clientActions: [],
  clientActionsToJson: () => [],
  toJson: () => null,
});

/** A list of lines with texts of this length. */
function lines(count: number, length: number): ObjectList {
  const shape = index.shape("Sales.Line");
  if (!shape) throw new Error("The sample has no lines.");
  const items = Array.from({ length: count }, () => {
    const line = createObject(shape);
    writeAttribute(line, "Text", "x".repeat(length));
    return line;
  });
  return new ObjectList("Sales.Line", items);
}

describe("the ends of runs", () => {
  test("are found again", () => {
    const kept = new KeptOutcomes();
    kept.keep("1", completed("one"));
    expect(kept.find("1")).toMatchObject({ value: "one" });
    expect(kept.find("2")).toBeNull();
  });

  test("make room, the oldest first, when there are too many", () => {
    const kept = new KeptOutcomes({ maximumOutcomes: 2, maximumWeight: 1000 });
    for (const id of ["1", "2", "3"]) kept.keep(id, completed(id));
    expect(["1", "2", "3"].map((id) => kept.find(id) !== null)).toEqual([false, true, true]);
  });

  test("make room when their results weigh too much", () => {
    const kept = new KeptOutcomes({ maximumOutcomes: 10, maximumWeight: 1000 });
    kept.keep("1", completed("x".repeat(600)));
    kept.keep("2", completed("x".repeat(300)));
    kept.keep("3", completed("x".repeat(500)));
    expect(["1", "2", "3"].map((id) => kept.find(id) !== null)).toEqual([false, true, true]);
  });

  test("are not kept when one alone weighs too much, and the others stay", () => {
    const kept = new KeptOutcomes({ maximumOutcomes: 10, maximumWeight: 1000 });
    kept.keep("1", completed("small"));
    kept.keep("2", completed(lines(20, 100)));
    kept.keep("3", completed(lines(2, 100)));
    expect(["1", "2", "3"].map((id) => kept.find(id) !== null)).toEqual([true, false, true]);
  });
});
