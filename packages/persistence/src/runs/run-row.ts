import type { RunPart, StoredRun, StoredRunSummary } from "@rivulet/runtime";
import type { RunsOwner } from "./postgres-runs.ts";
import type { WrittenRun } from "./run-table.ts";

/** The columns of a list: without the content, which PostgreSQL keeps apart from the rows. */
export const summaryColumns = [
  "id",
  "microflow",
  "configuration",
  "status",
  "started_at",
  "ended_at",
  "duration",
  "who",
  "account",
  "content_hash",
  "trace_id",
  "failure",
  "place",
  "run_as",
] as const satisfies readonly (keyof WrittenRun)[];

/** A run as it goes into its row. */
export function rowOf(run: StoredRun, { project, server }: RunsOwner): WrittenRun {
  const content = {
    error: jsonOf(run.error ?? undefined),
    log: JSON.stringify(run.log),
    parameters: jsonOf(run.parameters),
    result: jsonOf(run.result),
    trace: jsonOf(run.trace ?? undefined),
  };
  return {
    id: run.id,
    project,
    server,
    microflow: run.microflow,
    configuration: run.configuration,
    status: run.status,
    started_at: new Date(run.startedAt),
    ended_at: run.endedAt === null ? null : new Date(run.endedAt),
    duration: run.duration,
    who: run.who,
    account: run.account,
    content_hash: run.contentHash,
    trace_id: run.traceId,
    failure: run.failure === null ? null : storableText(run.failure),
    place: jsonOf(run.place),
    run_as: jsonOf(run.as),
    ...content,
    cut: run.cut.join(),
    redacted: run.redacted.join(),
    size: Object.values(content).reduce((sum, part) => sum + (part?.length ?? 0), 0),
  };
}

/** A row as it is listed. */
export function summaryOf(row: Pick<WrittenRun, (typeof summaryColumns)[number]>): StoredRunSummary {
  return {
    id: row.id,
    microflow: row.microflow,
    configuration: row.configuration,
    status: row.status,
    startedAt: row.started_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    duration: row.duration,
    who: row.who,
    account: row.account,
    contentHash: row.content_hash,
    traceId: row.trace_id,
    failure: row.failure,
    ...(row.place === null ? {} : { place: JSON.parse(row.place) as NonNullable<StoredRun["place"]> }),
    ...(row.run_as === null ? {} : { as: JSON.parse(row.run_as) as NonNullable<StoredRun["as"]> }),
  };
}

/** A row with its content. */
export function runOf(row: WrittenRun): StoredRun {
  return {
    ...summaryOf(row),
    ...(row.parameters === null ? {} : { parameters: JSON.parse(row.parameters) as never }),
    ...(row.result === null ? {} : { result: JSON.parse(row.result) as never }),
    error: row.error === null ? null : (JSON.parse(row.error) as StoredRun["error"]),
    log: JSON.parse(row.log) as StoredRun["log"],
    trace: row.trace === null ? null : (JSON.parse(row.trace) as StoredRun["trace"]),
    cut: partsOf(row.cut),
    redacted: partsOf(row.redacted),
  };
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function partsOf(text: string): RunPart[] {
  return text === "" ? [] : (text.split(",") as RunPart[]);
}

/** PostgreSQL has no character 0, and no half of a pair. */
function storableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
