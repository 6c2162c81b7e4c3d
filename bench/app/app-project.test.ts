import { createEngine } from "@rivulet/runtime";
import { expect, test } from "vitest";
import { appProject, rowCount, rowTexts } from "./app-project.ts";

test("the microflow behind the list makes the rows that the rival shows", async () => {
  const engine = createEngine();
  const project = engine.fromRecords(appProject());
  const outcome = await engine.run(project, "Bench.ManyRows", {
    settings: {
      configuration: "Bench",
      endpoint: { kind: "aws" },
      region: undefined,
      constant: () => null,
      awsEnvironment: {},
    },
  });
  const rows = outcome.status === "completed" ? (outcome.toJson() as readonly Record<string, unknown>[]) : [];
  const texts = rows.map((row) => [row["Name"], row["Amount"], row["Note"]]);
  expect(texts).toEqual(Array.from({ length: rowCount }, (_, at) => rowTexts(at + 1)));
});
