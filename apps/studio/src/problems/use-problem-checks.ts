import type { KnownRegion } from "@rivulet/activities";
import type { Problem } from "@rivulet/model";
import { useEffect } from "react";
import type { StudioSession } from "../project/studio-session.ts";
import { useSession } from "../project/use-session.tsx";
import type { TableKnowledge } from "../tables/table-knowledge.ts";
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

/** Tells what is known of tables, now and when that has changed. */
function tellTables(tables: TableKnowledge, post: (regions: readonly KnownRegion[]) => void): () => void {
  let told: readonly KnownRegion[] | undefined;
  const tellChange = () => {
    const { known } = tables.state;
    if (known?.regions === told) return;
    told = known?.regions;
    post((told ?? []).map(({ region, place, tables: described }) => ({ region, place, tables: described })));
  };
  tellChange();
  return tables.subscribe(tellChange);
}

/** Checks a project in a worker, now and after every change; returns what ends that. */
function checkInWorker({ project, tables }: StudioSession): () => void {
  const { store, connectorRecords, catalog } = project;
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
  const unsubscribeTables = tellTables(tables, (regions) => post({ kind: "tables", regions }));
  return () => {
    unsubscribe();
    unsubscribeTables();
    worker.terminate();
  };
}

/** Keeps the list of problems up to date while the project is open. */
export function useProblemChecks(): void {
  const session = useSession();
  useEffect(() => checkInWorker(session), [session]);
}
