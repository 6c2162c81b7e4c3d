import type { Problem } from "@rivulet/model";
import { useEffect } from "react";
import type { StudioProject } from "../project/studio-project.ts";
import { useProject } from "../project/use-project.tsx";
import { usePaneBadges } from "../workspace/pane-badges.ts";
import type { ProblemAnswer, ProblemRequest } from "./problem-protocol.ts";
import { useProblemStore } from "./problem-store.ts";

function tell(problems: readonly Problem[]): void {
  useProblemStore.setState({ state: "checked", problems });
  const hasError = problems.some(({ severity }) => severity === "error");
  usePaneBadges
    .getState()
    .setBadge("problems", { count: problems.length, tone: hasError ? "error" : "warning" });
}

/** Checks a project in a worker, now and after every change; returns what ends that. */
function checkInWorker({ store, connectorRecords, catalog }: StudioProject): () => void {
  const worker = new Worker(new URL("./problem-worker.ts", import.meta.url), { type: "module" });
  const post = (request: ProblemRequest) => worker.postMessage(request, []);
  worker.addEventListener("message", ({ data }: MessageEvent<ProblemAnswer>) => tell(data.problems));
  worker.addEventListener("error", () => useProblemStore.setState({ state: "failed" }));
  post({
    kind: "open",
    records: [...store.records.values()],
    connectorRecords: [...connectorRecords.values()],
    activities: catalog.definitions,
  });
  const unsubscribe = store.subscribe(({ diff }) => post({ kind: "change", diff }));
  return () => {
    unsubscribe();
    worker.terminate();
  };
}

/** Keeps the list of problems up to date while the project is open. */
export function useProblemChecks(): void {
  const project = useProject();
  useEffect(() => checkInWorker(project), [project]);
}
