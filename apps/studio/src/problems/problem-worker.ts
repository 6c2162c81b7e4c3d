import { ActivityCatalog, type KnownRegion } from "@rivulet/activities";
import { checkIncrementally, type ProjectCheck } from "@rivulet/checks";
import { applyDiff, ProjectIndex, type ProjectRecords } from "@rivulet/model";
import type { ProblemAnswer, ProblemRequest } from "./problem-protocol.ts";

/** The project as this worker knows it: opened once, then kept up to date by diffs. */
interface OpenedProject {
  readonly catalog: ActivityCatalog;
  readonly connectorRecords: ProjectRecords;
  readonly records: ProjectRecords;
  readonly knownRegions: readonly KnownRegion[];
  readonly check: ProjectCheck | undefined;
}

let project: OpenedProject | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function byId(records: Extract<ProblemRequest, { kind: "open" }>["records"]): ProjectRecords {
  return new Map(records.map((record) => [record.id, record]));
}

function check(): void {
  if (!project) return;
  const { records, connectorRecords, catalog, knownRegions } = project;
  const index = new ProjectIndex(new Map([...connectorRecords, ...records]));
  const found = checkIncrementally({ records, index, catalog, knownRegions }, project.check);
  project = { ...project, check: found };
  const answer: ProblemAnswer = { problems: found.problems };
  postMessage(answer);
}

/** What comes quickly, one after the other, is checked once. */
function checkSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(check, 0);
}

addEventListener("message", ({ data }: MessageEvent<ProblemRequest>) => {
  if (data.kind === "open") {
    const catalog = new ActivityCatalog(data.activities);
    const connectorRecords = byId(data.connectorRecords);
    project = { catalog, connectorRecords, records: byId(data.records), knownRegions: [], check: undefined };
  } else if (project && data.kind === "tables") project = { ...project, knownRegions: data.regions };
  else if (project && data.kind === "change")
    project = { ...project, records: applyDiff(project.records, data.diff) };
  checkSoon();
});
