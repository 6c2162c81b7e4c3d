import "./run.css";
import { Button, CopyButton, Tabs } from "@mantine/core";
import type { JsonObject } from "@rivulet/model";
import type { FlowErrorJson, RunView } from "@rivulet/runtime/wire";
import { CircleX, History, Square, TriangleAlert, X } from "lucide-react";
import { useState } from "react";
import { runMessages } from "../messages/run-messages.ts";
import { runsMessages } from "../messages/runs-messages.ts";
import { ProblemRows } from "../problems/problem-rows.tsx";
import { spotOfPlace } from "../problems/spot-of-place.ts";
import { useIndex } from "../project/use-project.tsx";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { workspace } from "../workspace/workspace.ts";
import { ResultView } from "./result-view.tsx";
import { cancelRun, clearRun, showRun } from "./run-controller.ts";
import { durationOfRun, RunStatusIcon } from "./run-status-icon.tsx";
import { type Refusal, useRunStore } from "./run-store.ts";
import { StepValues, useSelectedElement } from "./step-values.tsx";
import { ValueView } from "./value-view.tsx";

/** A run that came with a trace is found there by its id. */
function TraceButton({ traceId }: { traceId: string }) {
  return (
    <CopyButton value={traceId}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          title={`${runMessages.traceHint}: ${traceId}`}
          onClick={copy}
          data-testid="run-trace"
        >
          {copied ? runMessages.copied : runMessages.trace(traceId)}
        </Button>
      )}
    </CopyButton>
  );
}

function RunHeader({ run }: { run: RunView }) {
  const duration = durationOfRun(run);
  const stepCount = useRunStore(({ trace }) => trace?.stepCount);
  const isServerAway = useRunStore((state) => state.isServerAway);
  const isUnderWay = run.status === "running";
  return (
    <div className="rv-run-header" data-status={run.status} role="status" data-testid="run-status">
      <RunStatusIcon status={run.status} />
      <strong>{runMessages[run.status]}</strong>
      <span className="rv-run-name">{run.microflow}</span>
      {run.as && <span data-testid="run-as">{runMessages.asUser[run.as.kind](run.as.name)}</span>}
      {duration !== undefined && <span className="rv-quiet">{runMessages.duration(duration)}</span>}
      {stepCount !== undefined && <span className="rv-quiet">{runMessages.steps(stepCount)}</span>}
      <span className="rv-quiet">{runMessages.with(run.configuration)}</span>
      {run.traceId !== undefined && <TraceButton traceId={run.traceId} />}
      {isUnderWay && isServerAway && (
        <span className="rv-run-note" data-testid="run-server-away">
          <TriangleAlert size={13} aria-hidden="true" />
          {runMessages.serverAway}
        </span>
      )}
      {run.flow === "changed" && (
        <span className="rv-run-note" title={runMessages.flowChangedHint} data-testid="run-flow-changed">
          <TriangleAlert size={13} aria-hidden="true" />
          {runMessages.flowChanged}
        </span>
      )}
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
        <strong>{runMessages[refusal.kind]}</strong>
        <span className="rv-run-name">{refusal.microflow}</span>
      </div>
      <div className="rv-run-body">
        {errors.length > 0 ? <ProblemRows problems={errors} /> : <p>{refusal.message}</p>}
      </div>
    </div>
  );
}

function AllRunsButton() {
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={<History size={13} />}
      onClick={() => workspace.getState().open({ kind: "runs" })}
      data-testid="all-runs"
    >
      {runsMessages.all}
    </Button>
  );
}

/** What a run was given. */
function ParametersView({ run: { parameters, cut, redacted } }: { run: RunView }) {
  const entries = Object.entries((parameters ?? {}) as JsonObject);
  if (entries.length === 0)
    return <p className="rv-value-note">{parameters ? runMessages.noParameters : runMessages.notKept}</p>;
  return (
    <>
      {cut?.includes("parameters") && <p className="rv-value-note">{runMessages.cutParameters}</p>}
      {redacted?.includes("parameters") && <p className="rv-value-note">{runMessages.redactedParameters}</p>}
      {entries.map(([name, value]) => (
        <section key={name} aria-label={name} className="rv-run-parameter">
          <h3>{name}</h3>
          <ValueView value={value} label={name} />
        </section>
      ))}
    </>
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
            <RunStatusIcon status={run.status} />
            <span className="rv-run-name">{run.microflow}</span>
            <span className="rv-quiet">{runMessages[run.status]}</span>
            <span className="rv-quiet">{durationOfRun(run)}</span>
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
        <Tabs.Tab value="parameters" data-testid="run-tab-parameters">
          {runMessages.tabParameters}
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
      <Tabs.Panel value="parameters" className="rv-run-body" tabIndex={0}>
        <ParametersView run={run} />
      </Tabs.Panel>
      <Tabs.Panel value="runs" className="rv-run-body" tabIndex={0}>
        <AllRunsButton />
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
  if (!run)
    return (
      <EmptyPane text={runMessages.paneEmpty}>
        <AllRunsButton />
      </EmptyPane>
    );
  return (
    <div className="rv-run-pane">
      <RunHeader run={run} />
      <RunTabs run={run} />
    </div>
  );
}
