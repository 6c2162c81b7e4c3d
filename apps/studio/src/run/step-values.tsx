import { ActionIcon } from "@mantine/core";
import { captionOf } from "@rivulet/activities";
import type { JsonValue } from "@rivulet/model";
import type { TracedError, TracedVariable, TraceStep } from "@rivulet/runtime/wire";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { runMessages } from "../messages/run-messages.ts";
import { useProject } from "../project/use-project.tsx";
import { tabKey, useActiveTarget, useSelection } from "../workspace/workspace.ts";
import { durationText } from "./duration-text.ts";
import { cutListOf, isEntityJson } from "./json-values.ts";
import { useRunStore } from "./run-store.ts";
import { ValueView } from "./value-view.tsx";

/** A value in a few words; what is behind them unfolds. */
function summaryOf(value: JsonValue): string | undefined {
  if (Array.isArray(value)) {
    const { items, more } = cutListOf(value as readonly JsonValue[]);
    return runMessages.objects(items.length + more);
  }
  return isEntityJson(value) ? String(value["$entity"]) : undefined;
}

function TracedValue({ value, label }: { value: JsonValue; label: string }) {
  const summary = summaryOf(value);
  if (summary === undefined) return <ValueView value={value} label={label} />;
  return (
    <details className="rv-traced-value">
      <summary>{summary}</summary>
      <ValueView value={value} label={label} />
    </details>
  );
}

function Before({ variable }: { variable: TracedVariable }) {
  const { name, before, isChanged } = variable;
  if (!isChanged) return <span className="rv-quiet">{runMessages.unchanged}</span>;
  if (before === undefined) return <span className="rv-quiet">{runMessages.new}</span>;
  return <TracedValue value={before} label={`$${name}, ${runMessages.before}`} />;
}

function VariableTable({ step }: { step: TraceStep }) {
  // What the step made or changed comes first.
  const variables = [...step.variables].sort(
    (left, right) => Number(right.isChanged) - Number(left.isChanged),
  );
  if (variables.length === 0) return <p className="rv-value-note">{runMessages.valuesNone}</p>;
  return (
    <table className="rv-value-table rv-variables" data-testid="step-values">
      <thead>
        <tr>
          <th scope="col">{runMessages.variable}</th>
          <th scope="col">{runMessages.type}</th>
          <th scope="col">{runMessages.before}</th>
          <th scope="col">{runMessages.after}</th>
        </tr>
      </thead>
      <tbody>
        {variables.map((variable) => (
          <tr key={variable.name} data-changed={variable.isChanged || undefined}>
            <th scope="row">
              <code>${variable.name}</code>
            </th>
            <td className="rv-quiet">{variable.type}</td>
            <td>
              <Before variable={variable} />
            </td>
            <td>
              <TracedValue value={variable.after} label={`$${variable.name}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RoundSwitch({
  steps,
  at,
  onGo,
}: {
  steps: readonly TraceStep[];
  at: number;
  onGo: (at: number) => void;
}) {
  if (steps.length < 2) return null;
  const move = (by: number, label: string, Icon: typeof ChevronLeft) => (
    <ActionIcon
      size={28}
      aria-label={label}
      disabled={steps[at + by] === undefined}
      onClick={() => onGo(at + by)}
    >
      <Icon size={14} />
    </ActionIcon>
  );
  return (
    <span className="rv-rounds">
      {move(-1, runMessages.previousRound, ChevronLeft)}
      {runMessages.round} {runMessages.roundOf(steps[at]?.round ?? 0, steps.at(-1)?.round ?? 0)}
      {move(1, runMessages.nextRound, ChevronRight)}
    </span>
  );
}

function StepError({ error: { code, message, handledBy } }: { error: TracedError }) {
  return (
    <p className="rv-step-error" data-handled={handledBy !== undefined || undefined} data-testid="step-error">
      {runMessages.failedWith(code, message)} {handledBy && runMessages.handledBy[handledBy]}
    </p>
  );
}

const notKept = (isCut: boolean) => (isCut ? runMessages.valuesCut : runMessages.valuesNotKept);

function ElementValues({ id }: { id: string }) {
  const project = useProject();
  const trace = useRunStore((state) => state.trace);
  const steps = trace?.steps.filter(({ element }) => element === id) ?? [];
  const [position, setPosition] = useState<number>();
  const at = Math.min(position ?? steps.length - 1, steps.length - 1);
  const step = steps[at];
  const seen = trace?.elements[id];
  const record = project.record(id);
  const caption = record?.type === "element" ? captionOf(project.catalog.find(record.kind), record) : "";
  if (!trace) return <p className="rv-value-note">{runMessages.valuesNotTraced}</p>;
  const isCut = (trace.cutSteps ?? 0) > 0;
  return (
    <section aria-label={runMessages.tabValues}>
      <div className="rv-result-tools">
        <strong>{caption}</strong>
        {seen && (
          <span className="rv-quiet">
            {runMessages.runTimes(seen.count, durationText(seen.lastDuration))}
          </span>
        )}
        <RoundSwitch steps={steps} at={at} onGo={setPosition} />
      </div>
      {!step && <p className="rv-value-note">{seen ? notKept(isCut) : runMessages.valuesNotReached}</p>}
      {step?.error && <StepError error={step.error} />}
      {step && <VariableTable step={step} />}
    </section>
  );
}

/** The element that is selected in the microflow in front. */
export function useSelectedElement(): string | undefined {
  const target = useActiveTarget();
  const project = useProject();
  const selection = useSelection(target ? tabKey(target) : "");
  const [only] = selection;
  if (target?.kind !== "microflow" || selection.length !== 1 || only === undefined) return undefined;
  return project.record(only)?.type === "element" ? only : undefined;
}

/** The variables before and after the element that is selected. */
export function StepValues() {
  const selected = useSelectedElement();
  if (selected === undefined) return <p className="rv-value-note">{runMessages.valuesHint}</p>;
  return <ElementValues key={selected} id={selected} />;
}
