import "./run.css";
import { Button, Loader, Tabs } from "@mantine/core";
import type { FlowErrorJson, RunStatus, RunView } from "@rivulet/runtime/wire";
import { CircleCheck, CircleSlash, CircleX, type LucideIcon, Square, X } from "lucide-react";
import { useState } from "react";
import { runMessages } from "../messages/run-messages.ts";
import { ProblemRows } from "../problems/problem-rows.tsx";
import { spotOfPlace } from "../problems/spot-of-place.ts";
import { useIndex } from "../project/use-project.tsx";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { workspace } from "../workspace/workspace.ts";
import { durationText } from "./duration-text.ts";
import { ResultView } from "./result-view.tsx";
import { cancelRun, clearRun, showRun } from "./run-controller.ts";
import { type Refusal, useRunStore } from "./run-store.ts";
import { StepValues, useSelectedElement } from "./step-values.tsx";

const statusIcons: Readonly<Record<Exclude<RunStatus, "running">, LucideIcon>> = {
  completed: CircleCheck,
  failed: CircleX,
  cancelled: CircleSlash,
};

function StatusIcon({ status }: { status: RunStatus }) {
  if (status === "running") return <Loader size={14} aria-hidden="true" />;
  const Icon = statusIcons[status];
  return <Icon size={15} aria-hidden="true" className="rv-run-icon" />;
}

function durationOf({ startedAt, endedAt }: RunView): string | undefined {
  return endedAt === null ? undefined : durationText(Date.parse(endedAt) - Date.parse(startedAt));
}

function RunHeader({ run }: { run: RunView }) {
  const duration = durationOf(run);
  const stepCount = useRunStore(({ trace }) => trace?.stepCount);
  const isUnderWay = run.status === "running";
  return (
    <div className="rv-run-header" data-status={run.status} role="status" data-testid="run-status">
      <StatusIcon status={run.status} />
      <strong>{runMessages[run.status]}</strong>
      <span className="rv-run-name">{run.microflow}</span>
      {duration !== undefined && <span className="rv-quiet">{runMessages.duration(duration)}</span>}
      {stepCount !== undefined && <span className="rv-quiet">{runMessages.steps(stepCount)}</span>}
      <span className="rv-quiet">{runMessages.with(run.configuration)}</span>
      <span className="rv-run-header-end">
        {isUnderWay ? (
          <Button
            variant="default"
            size="compact-xs"
            leftSection={<Square size={11} fill="currentColor" />}
            onClick={() => void cancelRun()}
            data-testid="cancel-run"
          >
            {runMessages.cancelShort}
          </Button>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<X size={13} />}
            onClick={clearRun}
          >
            {runMessages.clear}
          </Button>
        )}
      </span>
    </div>
  );
}

/** A failed run: what happened in its own words, and the way to where it happened. */
function FailureView({ error }: { error: FlowErrorJson }) {
  const index = useIndex();
  const spot = error.activity === null ? undefined : spotOfPlace({ record: error.activity }, index);
  const cause = error.cause?.message;
  return (
    <div className="rv-run-failure" role="alert" data-testid="run-error">
      <p>{error.message}</p>
      {cause !== undefined && cause !== error.message && <p className="rv-quiet">{cause}</p>}
      <p className="rv-run-failure-place">
        <code>{error.code}</code>
        {spot && (
          <Button variant="default" size="compact-xs" onClick={() => workspace.getState().goTo(spot)}>
            {runMessages.show}
          </Button>
        )}
      </p>
    </div>
  );
}

function RefusalView({ refusal }: { refusal: Refusal }) {
  const errors = refusal.problems.filter(({ severity }) => severity === "error");
  return (
    <div className="rv-run-pane">
      <div className="rv-run-header" data-status="failed" role="alert" data-testid="run-status">
        <CircleX size={15} aria-hidden="true" className="rv-run-icon" />
        <strong>{runMessages.refused}</strong>
        <span className="rv-run-name">{refusal.microflow}</span>
      </div>
      <div className="rv-run-body">
        {errors.length > 0 ? <ProblemRows problems={errors} /> : <p>{refusal.message}</p>}
      </div>
    </div>
  );
}

function RecentRuns() {
  const recent = useRunStore((state) => state.recent);
  const shown = useRunStore((state) => state.run?.runId);
  return (
    <ul className="rv-recent-runs" aria-label={runMessages.recentRuns}>
      {recent.map((run) => (
        <li key={run.runId}>
          <button
            type="button"
            data-status={run.status}
            aria-current={run.runId === shown}
            onClick={() => void showRun(run)}
          >
            <StatusIcon status={run.status} />
            <span className="rv-run-name">{run.microflow}</span>
            <span className="rv-quiet">{runMessages[run.status]}</span>
            <span className="rv-quiet">{durationOf(run)}</span>
            <time className="rv-quiet" dateTime={run.startedAt}>
              {new Date(run.startedAt).toLocaleTimeString()}
            </time>
          </button>
        </li>
      ))}
    </ul>
  );
}

function RunTabs({ run }: { run: RunView }) {
  const selected = useSelectedElement();
  const hasRecent = useRunStore(({ recent }) => recent.length > 0);
  const [tab, setTab] = useState<string | null>("result");
  const [seen, setSeen] = useState({ runId: run.runId, selected });
  // A click on the canvas asks for values; a new run for its result.
  if (seen.runId !== run.runId || seen.selected !== selected) {
    setSeen({ runId: run.runId, selected });
    setTab(seen.runId === run.runId && selected !== undefined ? "values" : "result");
  }
  return (
    <Tabs
      value={tab}
      onChange={setTab}
      keepMounted={false}
      classNames={{ root: "rv-run-tabs", tab: "rv-run-tab" }}
    >
      <Tabs.List>
        <Tabs.Tab value="result" data-testid="run-tab-result">
          {runMessages.tabResult}
        </Tabs.Tab>
        <Tabs.Tab value="values" data-testid="run-tab-values">
          {runMessages.tabValues}
        </Tabs.Tab>
        {hasRecent && (
          <Tabs.Tab value="runs" data-testid="run-tab-runs">
            {runMessages.tabRuns}
          </Tabs.Tab>
        )}
      </Tabs.List>
      <Tabs.Panel value="result" className="rv-run-body" tabIndex={0}>
        {run.error && <FailureView error={run.error} />}
        {run.status === "completed" && <ResultView run={run} />}
      </Tabs.Panel>
      <Tabs.Panel value="values" className="rv-run-body" tabIndex={0}>
        <StepValues />
      </Tabs.Panel>
      <Tabs.Panel value="runs" className="rv-run-body" tabIndex={0}>
        <RecentRuns />
      </Tabs.Panel>
    </Tabs>
  );
}

/** The pane of runs: the one that is shown with its result, its values and those before it. */
export function RunPane() {
  const run = useRunStore((state) => state.run);
  const refusal = useRunStore((state) => state.refusal);
  if (refusal) return <RefusalView refusal={refusal} />;
  if (!run) return <EmptyPane text={runMessages.paneEmpty} />;
  return (
    <div className="rv-run-pane">
      <RunHeader run={run} />
      <RunTabs run={run} />
    </div>
  );
}
