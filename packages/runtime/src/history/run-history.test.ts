import { expect, test } from "vitest";
import type { RunEvent } from "../engine/engine.ts";
import { FlowError } from "../ports/flow-error.ts";
import type { RunOutcome } from "../run/run.ts";
import { RunHistory } from "./run-history.ts";

const completed: RunOutcome = {
  status: "completed",
  type: { kind: "integer" },
  value: 1,
  steps: 1,
  clientActions: [],
  clientActionsToJson: () => [],
  toJson: () => 1,
};
const failed: RunOutcome = {
  status: "failed",
  steps: 1,
  error: new FlowError({ code: "step-limit", message: "Too many." }),
};

function historyOf(size: number): {
  history: RunHistory;
  start: (id: string, keepsResult?: boolean) => void;
} {
  let time = 0;
  const history = new RunHistory(size, () => (time += 1));
  const start = (id: string, keepsResult = false) =>
    history.started({
      id,
      microflow: `Shop.${id}`,
      configuration: "Test",
      origin: { who: null, account: null, contentHash: null, traceParent: null },
      keepsResult,
      cancel: () => undefined,
      content: ({ log, isLogCut }) => ({
        error: null,
        log,
        trace: null,
        cut: isLogCut ? ["log"] : [],
        redacted: [],
      }),
    });
  return { history, start };
}

const idsOf = (history: RunHistory) => history.list().map(({ id }) => id);

test("the newest run stands first", () => {
  const { history, start } = historyOf(10);
  start("a");
  start("b");
  expect(idsOf(history)).toEqual(["b", "a"]);
  expect(history.list({ limit: 1 }).map(({ id }) => id)).toEqual(["b"]);
  expect(history.list({ microflow: "Shop.a" }).map(({ id }) => id)).toEqual(["a"]);
});

test("only so many ended runs are remembered, those under way always", () => {
  const { history, start } = historyOf(2);
  for (const id of ["a", "b", "c", "d"]) start(id);
  for (const id of ["b", "c", "d"]) history.ended(id, completed);
  expect(idsOf(history)).toEqual(["d", "c", "a"]);
});

test("a run that has ended stays as it is", () => {
  const { history, start } = historyOf(10);
  start("a");
  history.ended("a", failed);
  const before = history.find("a");
  history.ended("a", completed);
  history.logged("a", { level: "info", node: "", message: "late", at: 0 });
  expect(history.cancel("a")).toBe(false);
  expect(history.find("a")).toBe(before);
  expect(before).toMatchObject({ status: "failed", startedAt: 1, endedAt: 2, outcome: failed, log: [] });
});

test("the value of a completed run is kept only where somebody wants it later", () => {
  const { history, start } = historyOf(10);
  start("a");
  start("b", true);
  history.ended("a", completed);
  history.ended("b", completed);
  expect(history.find("a")?.outcome).toBeNull();
  expect(history.find("b")?.outcome).toBe(completed);
});

test("the newest thousand lines of a log are kept", () => {
  const { history, start } = historyOf(10);
  start("a");
  for (let at = 0; at < 1_005; at += 1) history.logged("a", { level: "info", node: "", message: "", at });
  const { log = [] } = history.find("a") ?? {};
  expect(log.length).toBe(1_000);
  expect(log[0]?.at).toBe(5);
});

test("a line that is too long, and a log that lost lines, say so", () => {
  const { history, start } = historyOf(10);
  const cuts: string[] = [];
  history.watch(({ content }) => cuts.push(content().cut.join()));
  start("a");
  history.logged("a", { level: "info", node: "", message: "x".repeat(2_001), at: 1 });
  history.ended("a", completed);
  expect(history.find("a")?.log[0]?.message).toMatch(/^x{2000} … \(1 more characters\)$/);
  expect(cuts).toEqual(["", "log", "log"]);
});

test("observers are told what happens until they have seen enough", () => {
  const { history, start } = historyOf(10);
  const events: RunEvent[] = [];
  const stop = history.watch((event) => events.push(event));
  start("a");
  history.logged("a", { level: "info", node: "", message: "hello", at: 0 });
  history.ended("a", completed);
  stop();
  start("b");
  expect(events.map(({ kind, run }) => `${kind} ${run.id} ${run.status}`)).toEqual([
    "started a running",
    "logged a running",
    "ended a completed",
  ]);
});
