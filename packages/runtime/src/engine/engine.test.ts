import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyDiff, emptyDiff, type ProjectRecords } from "@rivulet/model";
import { buildProject, changeVariable, createVariable, type ModuleSketch } from "@rivulet/testkit";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createEngine } from "./create-engine.ts";
import { loadShop, observe, plainSettings } from "./engine.test-support.ts";
import { ProblemsError } from "./problems-error.ts";

const shop: ModuleSketch = {
  microflows: {
    Good: { returns: "Integer", elements: {}, result: "1" },
    Bad: {
      returns: "Integer",
      elements: { wrong: createVariable("Number", "Integer", "'text'") },
      result: "$Number",
    },
    CallsBad: {
      elements: {
        call: { kind: "microflowCall", fields: { call: { microflow: "Shop.Bad", arguments: {} } } },
      },
    },
  },
};

const settings = plainSettings;

describe("a microflow runs only when it has no errors", () => {
  const sample = loadShop(shop);

  test("nor what it uses; errors elsewhere are no matter", async () => {
    expect((await observe(sample, "Shop.Good")).json).toBe(1);
  });

  test.each(["Shop.Bad", "Shop.CallsBad"])("%s does not", async (microflow) => {
    const refused = sample.engine.run(sample.project, microflow, { settings });
    await expect(refused).rejects.toBeInstanceOf(ProblemsError);
    await expect(refused).rejects.toMatchObject({
      code: "project-has-problems",
      problems: [expect.objectContaining({ severity: "error" })],
    });
    expect(sample.engine.runs.list()).toHaveLength(1);
  });

  test("one that does not exist is named", async () => {
    const refused = sample.engine.run(sample.project, "Shop.Nothing", { settings });
    await expect(refused).rejects.toThrow("The project has no microflow Shop.Nothing.");
  });

  test("a project of another engine is refused", async () => {
    await expect(createEngine().run(sample.project, "Shop.Good", { settings })).rejects.toThrow(
      "not loaded by this engine",
    );
  });
});

function withGoodResult(records: ProjectRecords, returnValue: string): ProjectRecords {
  const end = records.get("Shop.Good.end");
  if (end?.type !== "element") throw new Error("The sample has no end.");
  const changed = { ...end, fields: { returnValue } };
  return applyDiff(records, { ...emptyDiff, updated: { [end.id]: [end, changed] } });
}

test("after a change the new microflow runs, and an older project stays as it was", async () => {
  const engine = createEngine();
  const before = engine.fromRecords(buildProject({ modules: { Shop: shop } }).records);
  expect((await observe({ engine, project: before }, "Shop.Good")).json).toBe(1);
  const after = engine.fromRecords(withGoodResult(before.records, "2"), before);
  expect((await observe({ engine, project: after }, "Shop.Good")).json).toBe(2);
  expect((await observe({ engine, project: before }, "Shop.Good")).json).toBe(1);
  expect(after.check()).toEqual(before.check());
});

test("a change that makes a problem is found", async () => {
  const engine = createEngine();
  const before = engine.fromRecords(buildProject({ modules: { Shop: shop } }).records);
  before.check();
  const after = engine.fromRecords(withGoodResult(before.records, "'text'"), before);
  expect(after.problemsOf("Shop.Good")).not.toEqual([]);
  expect(before.problemsOf("Shop.Good")).toEqual([]);
});

test("an object has the same id however often the result is printed", async () => {
  const { outcome } = await observe(
    loadShop({
      entities: { Order: {} },
      microflows: {
        Make: {
          returns: "Object(Shop.Order)",
          elements: {
            make: { kind: "createObject", fields: { entity: "Shop.Order", members: [], output: "Order" } },
          },
          result: "$Order",
        },
      },
    }),
    "Shop.Make",
  );
  const print = () => outcome.status === "completed" && outcome.toJson();
  expect(print()).toEqual({ $entity: "Shop.Order", $id: "1" });
  expect(print()).toEqual(print());
});

describe("what cannot be read", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rivulet-engine-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each<[string, string]>([
    ["not JSON", "{ this is not JSON"],
    ["another format", '{"format": "something/else", "version": 1}'],
    ["a newer version", '{"format": "rivulet/flow", "version": 999}'],
    ["a forbidden key", '{"__proto__": {}}'],
    ["deep nesting", `{"a":${"[".repeat(1_000)}${"]".repeat(1_000)}}`],
  ])("a flow file with %s has problems, and nothing of it runs", async (_, text) => {
    const engine = createEngine();
    const path = join(folder, "flow.json");
    writeFileSync(path, text);
    for (const source of [path, text]) {
      const project = await engine.loadFlow(source);
      expect(project.problems.length).toBeGreaterThan(0);
      await expect(engine.run(project, "Shop.Flow", { settings })).rejects.toBeInstanceOf(ProblemsError);
    }
  });

  test.each(["flow.json", "folder"])(
    "a file or folder that does not exist is a problem: %s",
    async (name) => {
      const engine = createEngine();
      const path = join(folder, name);
      const project = name.endsWith(".json") ? await engine.loadFlow(path) : await engine.loadFolder(path);
      expect(project.problems.length).toBeGreaterThan(0);
      expect(project.entryMicroflow).toBe(undefined);
    },
  );
});

test("the project's own limits hold", async () => {
  const project = buildProject({
    modules: {
      Shop: {
        microflows: {
          Three: {
            elements: {
              one: createVariable("Count", "Integer", "1"),
              two: changeVariable("Count", "2"),
              three: changeVariable("Count", "3"),
            },
          },
        },
      },
    },
  });
  const record = project.records.get("project");
  if (record?.type !== "project") throw new Error("The sample has no settings.");
  const records = new Map(project.records).set("project", { ...record, limits: { steps: 3 } });
  const engine = createEngine();
  const { error } = await observe({ engine, project: engine.fromRecords(records) }, "Shop.Three");
  expect(error).toMatchObject({ code: "step-limit", activity: "Shop.Three.end" });
});

test("the host may name the runs", async () => {
  const { engine, project } = loadShop(shop, createEngine({ newRunId: () => "the only run" }));
  const run = engine.start(project, "Shop.Good", { settings });
  await run.outcome;
  expect(run.id).toBe("the only run");
  expect(engine.runs.find("the only run")?.status).toBe("completed");
});
