import { Checkbox } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { RunSummary } from "@rivulet/runtime/wire";
import { RotateCw, Square } from "lucide-react";
import { HeadedTable } from "../controls/headed-table.tsx";
import { RowAction } from "../controls/row-actions.tsx";
import { applicationMessages } from "../messages/application-messages.ts";
import { runMessages } from "../messages/run-messages.ts";
import { runsMessages } from "../messages/runs-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { useSession } from "../project/use-session.tsx";
import { runApi } from "../run/run-api.ts";
import { openRun, repeatRun } from "../run/run-controller.ts";
import { durationOfRun, RunStatusIcon } from "../run/run-status-icon.tsx";
import { toggleChosen, useRunsStore } from "./runs-store.ts";

const startText = (startedAt: string) =>
  new Date(startedAt).toLocaleString(undefined, { dateStyle: "short", timeStyle: "medium" });

/** Of a run of today the time is enough. */
function shortStart(startedAt: string): string {
  const isToday = new Date(startedAt).toDateString() === new Date().toDateString();
  return isToday ? new Date(startedAt).toLocaleTimeString() : startText(startedAt);
}

async function cancel({ runId }: RunSummary): Promise<void> {
  await runApi.cancel(runId).catch((error: unknown) =>
    notifications.show({
      color: "red",
      title: runsMessages.notCancelled,
      message: error instanceof Error ? error.message : String(error),
    }),
  );
}

function RunActions({ run }: { run: RunSummary }) {
  const session = useSession();
  return run.status === "running" ? (
    <RowAction
      icon={Square}
      label={runsMessages.cancel}
      testId="cancel-this-run"
      onClick={() => void cancel(run)}
    />
  ) : (
    <RowAction
      icon={RotateCw}
      label={runsMessages.rerun}
      testId="rerun"
      onClick={() => void repeatRun(session, run)}
    />
  );
}

/** Who started a run; a demo user is part of that name, a user role is not. */
function WhoCell({ run: { who, as } }: { run: RunSummary }) {
  return (
    <td className="rv-runs-who">
      {who ?? <span className="rv-quiet">{runsMessages.nobody}</span>}
      {as?.kind === "userRole" && <span className="rv-runs-place">{runsMessages.asRole(as.name)}</span>}
    </td>
  );
}

function RunRow({ run, saysWho }: { run: RunSummary; saysWho: boolean }) {
  const { index } = useProject();
  const isChosen = useRunsStore(({ chosen }) => chosen.includes(run.runId));
  const { microflow, status, startedAt, configuration, failure, place } = run;
  const open = () => {
    if (!openRun(index, run)) notifications.show({ message: runsMessages.gone(microflow) });
  };
  return (
    <tr data-status={status} data-chosen={isChosen || undefined} data-testid={`run-row-${run.runId}`}>
      <td>
        <Checkbox
          size="xs"
          checked={isChosen}
          aria-label={runsMessages.choose(microflow, startText(startedAt))}
          onChange={() => toggleChosen(run.runId)}
        />
      </td>
      <td>
        <span className="rv-runs-status">
          <RunStatusIcon status={status} />
          {runMessages[status]}
        </span>
      </td>
      <td>
        <button type="button" className="rv-runs-open" title={runsMessages.openRun(microflow)} onClick={open}>
          {microflow.slice(microflow.indexOf(".") + 1)}{" "}
          <span className="rv-quiet">{microflow.slice(0, microflow.indexOf("."))}</span>
        </button>
        {place !== undefined && (
          <span className="rv-runs-place">{applicationMessages.fromPage(place.page, place.widget)}</span>
        )}
        {failure !== null && (
          <span className="rv-runs-error" title={failure}>
            {failure}
          </span>
        )}
      </td>
      <td>
        <time dateTime={startedAt} title={startText(startedAt)}>
          {shortStart(startedAt)}
        </time>
      </td>
      <td className="rv-runs-number">{durationOfRun(run) ?? ""}</td>
      {saysWho && <WhoCell run={run} />}
      <td>{configuration}</td>
      <td>
        <RunActions run={run} />
      </td>
    </tr>
  );
}

/** The runs, one a row. */
export function RunsTable({ runs }: { runs: readonly RunSummary[] }) {
  // Where nobody signs in there is nobody to name.
  const saysWho = runs.some(({ who, as }) => who !== null || as !== undefined);
  return (
    <div className="rv-runs-panel">
      <HeadedTable
        columns={[
          { label: runsMessages.compare, isHidden: true },
          { label: runsMessages.status },
          { label: runsMessages.microflow },
          { label: runsMessages.started },
          { label: runsMessages.duration, className: "rv-runs-number" },
          ...(saysWho ? [{ label: runsMessages.who }] : []),
          { label: runsMessages.configuration },
          { label: runsMessages.actions, isHidden: true },
        ]}
        className="rv-runs-table"
        label={runsMessages.title}
        testId="runs-table"
      >
        {runs.map((run) => (
          <RunRow key={run.runId} run={run} saysWho={saysWho} />
        ))}
      </HeadedTable>
    </div>
  );
}
