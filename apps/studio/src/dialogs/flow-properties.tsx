import { Checkbox, Stack, Text } from "@mantine/core";
import { analyseMicroflow } from "@rivulet/checks";
import type { SequenceFlowRecord } from "@rivulet/model";
import { outcomesOf } from "../canvas/editing/outcomes.ts";
import { captionOf } from "../canvas/subtitle.ts";
import { microflowOfElement } from "../fields/draft-element.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";
import type { StudioProject } from "../project/studio-project.ts";
import { useIndex, useProject } from "../project/use-project.tsx";

/** The decision that a flow leaves with all outcomes it can have; `undefined` for a flow of anything else. */
export function decisionOfFlow(project: StudioProject, flow: SequenceFlowRecord) {
  const source = project.record(flow.from);
  if (source?.type !== "element") return undefined;
  const outcomes = project.catalog.find(source.kind)?.outcomes;
  const id = microflowOfElement(project, source);
  const microflow = id === undefined ? undefined : project.record(id);
  if (outcomes?.kind !== "byExpression" || microflow?.type !== "microflow") return undefined;
  const { index, catalog } = project;
  const analysis = analyseMicroflow(microflow, { index, catalog });
  return { source, outcomes: outcomesOf(source, { index, analysis, field: outcomes.field }) };
}

/** Says that a flow takes an outcome of its decision or no longer does; another flow that had it gives it up. */
export function takeOutcome(
  project: StudioProject,
  flow: SequenceFlowRecord,
  { outcome, isTaken }: { readonly outcome: string; readonly isTaken: boolean },
): void {
  project.store.transact(dialogMessages.steps.outcome, (transaction) => {
    for (const other of transaction.records()) {
      if (other.type !== "sequenceFlow" || other.from !== flow.from) continue;
      const without = other.outcomes?.filter((name) => name !== outcome) ?? [];
      const outcomes = other.id === flow.id && isTaken ? [...without, outcome] : without;
      transaction.update("sequenceFlow", other.id, { outcomes: outcomes.length > 0 ? outcomes : undefined });
    }
  });
}

/** What the selected sequence flow is for. */
export function FlowProperties({ flow }: { flow: SequenceFlowRecord }) {
  const project = useProject();
  useIndex();
  const decision = decisionOfFlow(project, flow);
  if (!decision) {
    return (
      <Text size="sm" c="dimmed">
        {dialogMessages.oneWay}
      </Text>
    );
  }
  const caption = captionOf(project.catalog.find(decision.source.kind), decision.source);
  return (
    <Stack gap="sm" role="group" aria-label={dialogMessages.outcomesOf(caption)}>
      <Text size="sm" c="dimmed">
        {dialogMessages.takenWhen(caption)}
      </Text>
      {decision.outcomes.map(({ name, caption: label }) => (
        <Checkbox
          key={name}
          label={label === name ? name : `${label} (${name})`}
          checked={flow.outcomes?.includes(name) ?? false}
          disabled={project.isReadOnly(flow.id)}
          data-testid={`field-outcome-${name}`}
          onChange={(event) =>
            takeOutcome(project, flow, { outcome: name, isTaken: event.currentTarget.checked })
          }
        />
      ))}
    </Stack>
  );
}
