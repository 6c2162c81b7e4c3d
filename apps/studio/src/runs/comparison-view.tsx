import { ActionIcon, Loader, Tooltip } from "@mantine/core";
import type { RunTrace, RunView } from "@rivulet/runtime/wire";
import { X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { runMessages } from "../messages/run-messages.ts";
import { runsMessages } from "../messages/runs-messages.ts";
import { runApi } from "../run/run-api.ts";
import { durationOfRun } from "../run/run-status-icon.tsx";
import { compareParameters, compareResults } from "./compare-runs.ts";
import { ComparedFact, ComparedRow, ComparedTable } from "./compared-values.tsx";
import { PathComparison } from "./path-comparison.tsx";
import { closeComparison } from "./runs-store.ts";

/** A run with the way that it took, where that is known. */
interface WholeRun {
  readonly run: RunView;
  readonly trace: RunTrace | undefined;
}

async function readWhole(runId: string): Promise<WholeRun> {
  const run = await runApi.read(runId);
  return { run, trace: run.isTraced ? await runApi.trace(runId) : undefined };
}

type Reading = "reading" | { readonly failure: string } | readonly [WholeRun, WholeRun];

function useBoth(left: string, right: string): Reading {
  const [both, setBoth] = useState<Reading>("reading");
  useEffect(() => {
    let isWanted = true;
    Promise.all([readWhole(left), readWhole(right)]).then(
      (read) => isWanted && setBoth(read),
      (error: unknown) => isWanted && setBoth({ failure: String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [left, right]);
  return both;
}

const startOf = ({ startedAt }: RunView) => new Date(startedAt).toLocaleString();

function Facts({ left, right }: { left: RunView; right: RunView }) {
  const fact = (what: string, read: (run: RunView) => string) => (
    <ComparedFact what={what} left={read(left)} right={read(right)} />
  );
  // Two runs never begin at the same moment and hardly ever last as long.
  const own = (what: string, read: (run: RunView) => string) => (
    <ComparedFact what={what} left={read(left)} right={read(right)} isExpectedToDiffer />
  );
  return (
    <ComparedTable label={runsMessages.comparison}>
      {fact(runsMessages.microflow, ({ microflow }) => microflow)}
      {fact(runsMessages.status, ({ status }) => runMessages[status])}
      {own(runsMessages.started, startOf)}
      {own(runsMessages.duration, (run) => durationOfRun(run) ?? "")}
      {fact(runsMessages.configuration, ({ configuration }) => configuration)}
      {(left.who !== null || right.who !== null) &&
        fact(runsMessages.who, ({ who }) => who ?? runsMessages.nobody)}
      {(left.traceId ?? right.traceId) !== undefined &&
        own(runsMessages.trace, ({ traceId }) => traceId ?? "")}
      {(left.failure !== null || right.failure !== null) &&
        fact(runsMessages.errorTitle, ({ failure }) => failure ?? "")}
    </ComparedTable>
  );
}

function Comparison({ left, right }: { left: WholeRun; right: WholeRun }) {
  const parameters = compareParameters(left.run, right.run);
  return (
    <>
      <Facts left={left.run} right={right.run} />
      <h3>{runsMessages.parameters}</h3>
      {parameters.length === 0 ? (
        <p className="rv-value-note">{runsMessages.noParameters}</p>
      ) : (
        <ComparedTable label={runsMessages.parameters}>
          {parameters.map((parameter) => (
            <ComparedRow key={parameter.name} value={parameter} what={parameter.name} />
          ))}
        </ComparedTable>
      )}
      <h3>{runsMessages.result}</h3>
      <ComparedTable label={runsMessages.result}>
        <ComparedRow value={compareResults(left.run, right.run)} what={runsMessages.result} />
      </ComparedTable>
      <h3>{runsMessages.path}</h3>
      <PathComparison left={left.trace} right={right.trace} />
    </>
  );
}

/** Two runs side by side. */
export function ComparisonView({ left, right }: { left: string; right: string }) {
  const both = useBoth(left, right);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className="rv-runs-panel rv-comparison"
      aria-label={runsMessages.comparison}
      data-testid="comparison"
    >
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {runsMessages.comparison}
        </h2>
        <Tooltip label={runsMessages.closeComparison}>
          <ActionIcon size={28} aria-label={runsMessages.closeComparison} onClick={closeComparison}>
            <X size={15} />
          </ActionIcon>
        </Tooltip>
      </header>
      {both === "reading" && <Loader size={16} aria-label={runsMessages.loading} />}
      {typeof both === "object" && "failure" in both && <p role="alert">{both.failure}</p>}
      {Array.isArray(both) && <Comparison left={both[0]} right={both[1]} />}
    </section>
  );
}
