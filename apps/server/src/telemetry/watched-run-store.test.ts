import { ROOT_CONTEXT, trace } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { MemoryRuns, type StoredRun } from "@rivulet/runtime";
import { runStoreCases, storedRunFor } from "@rivulet/testkit";
import { expect, test } from "vitest";
import { WatchedRunStore } from "./watched-run-store.ts";

/** A store that is watched, with two runs of which there are traces. */
function watch(store: MemoryRuns) {
  const exporter = new InMemorySpanExporter();
  const tracer = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }).getTracer(
    "test",
  );
  const runs = new Map(["a", "b"].map((id) => [id, tracer.startSpan(id)] as const));
  const ended: string[] = [];
  const watched = new WatchedRunStore(store, {
    tracer,
    contextOf: (id) => {
      const span = runs.get(id);
      return span && trace.setSpan(ROOT_CONTEXT, span);
    },
    endWritten: (id) => ended.push(id),
  });
  const parentOf = (id: string) => runs.get(id)?.spanContext().spanId;
  return { watched, ended, parentOf, spans: () => exporter.getFinishedSpans() };
}

test.each(runStoreCases)("$name", async ({ act, expected }) => {
  expect(await act(watch(new MemoryRuns()).watched)).toEqual(expected);
});

test("runs that are written together have it in their traces, and only an end is the end", async () => {
  const { watched, ended, parentOf, spans } = watch(new MemoryRuns());
  await watched.save([
    storedRunFor("a"),
    storedRunFor("b", { status: "completed", endedAt: 2_000 }),
    storedRunFor("of nobody"),
  ]);
  expect(spans().map(({ name, parentSpanContext }) => [name, parentSpanContext?.spanId])).toEqual([
    ["INSERT runs", parentOf("a")],
    ["INSERT runs", parentOf("b")],
  ]);
  expect(spans()[0]?.attributes).toMatchObject({
    "db.system.name": "postgresql",
    "db.collection.name": "runs",
    "db.operation.batch.size": 3,
  });
  expect(ended).toEqual(["b"]);
});

test("a store that does not answer is an error in the trace, and of whoever waits", async () => {
  class Away extends MemoryRuns {
    override save(_: readonly StoredRun[]): Promise<void> {
      return Promise.reject(new Error("the password is x"));
    }
  }
  const { watched, ended, spans } = watch(new Away());
  await expect(watched.save([storedRunFor("a", { status: "completed" })])).rejects.toThrow("password");
  expect(spans()[0]).toMatchObject({ status: { message: "not-written" }, ended: true });
  expect(JSON.stringify(spans()[0]?.attributes)).not.toContain("password");
  expect(ended).toEqual([]);
});
