import { createEngine, MemoryRuns, type StoredRun } from "@rivulet/runtime";
import { buildProject } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { shop } from "../sample-project.test-support.ts";
import { type RecorderPatience, RunRecorder } from "./run-recorder.ts";

/** A store that tells what it was given. */
class ToldRuns extends MemoryRuns {
  readonly told: string[] = [];

  override save(runs: readonly StoredRun[]): Promise<void> {
    this.told.push(runs.map(({ microflow, status }) => `${microflow} ${status}`).join(", "));
    return super.save(runs);
  }
}

/** A database that is away until it comes back. */
class AbsentRuns extends ToldRuns {
  isAway = true;

  override async save(runs: readonly StoredRun[]): Promise<void> {
    if (this.isAway) throw Object.assign(new Error("It does not answer."), { code: "DATABASE_AWAY" });
    await super.save(runs);
  }
}

function record(store = new ToldRuns(), patience?: RecorderPatience) {
  const engine = createEngine();
  const project = engine.fromRecords(buildProject(shop).records);
  const recorder = new RunRecorder({
    store,
    runs: engine.runs,
    fail: () => {},
    ...(patience && { patience }),
  });
  const settings = project.settings();
  const start = (microflow: string) =>
    engine.start(project, `Sales.${microflow}`, { settings, parameters: {} });
  return { store, recorder, start };
}

test("a short run is written once, with its end", async () => {
  const { store, recorder, start } = record();
  const handle = start("Nothing");
  await handle.outcome;
  await recorder.written(handle.id);
  expect(store.told).toEqual(["Sales.Nothing completed"]);
  expect(await store.find(handle.id)).toMatchObject({ status: "completed" });
});

test("a run that goes on is written before anybody is told of it, and again with its end", async () => {
  const { store, recorder, start } = record();
  const handle = start("Forever");
  await recorder.written(handle.id);
  expect(store.told).toEqual(["Sales.Forever running"]);
  handle.cancel();
  await handle.outcome;
  await recorder.settled();
  expect(store.told).toEqual(["Sales.Forever running", "Sales.Forever cancelled"]);
});

test("runs that end while others are written are written together", async () => {
  const { store, recorder, start } = record();
  const handles = Array.from({ length: 5 }, () => start("Nothing"));
  await Promise.all(handles.map(({ outcome }) => outcome));
  await recorder.settled();
  expect(store.told.length).toBeLessThanOrEqual(2);
  for (const { id } of handles) expect(await store.find(id)).toMatchObject({ status: "completed" });
});

test("while the database is away, whoever waits is told so, nothing further begins, and nothing is forgotten", async () => {
  const away = new AbsentRuns();
  const { recorder, start } = record(away, { beforeRefusing: 0, beforeTelling: 20 });
  const handles = ["Nothing", "Nothing"].map(start);
  for (const { id } of handles)
    await expect(recorder.written(id)).rejects.toMatchObject({
      code: "run-not-written",
      members: { runId: id },
    });
  expect(() => recorder.assertPresent()).toThrow("does not answer");
  await expect(recorder.settled()).rejects.toMatchObject({
    code: "database-away",
    headers: { "retry-after": "5" },
  });
  away.isAway = false;
  await recorder.end();
  for (const { id } of handles) expect(await away.find(id)).toMatchObject({ id });
  recorder.assertPresent();
  await recorder.settled();
});
