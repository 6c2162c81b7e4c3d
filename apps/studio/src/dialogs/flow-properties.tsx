import { Checkbox, Stack, Text } from "@mantine/core";
import { captionOf } from "@rivulet/activities";
import type { SequenceFlowRecord } from "@rivulet/model";
import { canHaveHandler, markErrorHandler } from "../canvas/actions/handle-errors.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { outcomesOfFlow, takeOutcome } from "./flow-outcomes.ts";

function Outcomes({ flow }: { flow: SequenceFlowRecord }) {
  const project = useProject();
  const found = outcomesOfFlow(project, flow);
  if (!found) return null;
  const caption = captionOf(project.catalog.find(found.source.kind), found.source);
  return (
    <Stack gap="sm" role="group" aria-label={dialogMessages.outcomesOf(caption)}>
      <Text size="sm" c="dimmed">
        {found.areNamed ? dialogMessages.outcomesOfActivity(caption) : dialogMessages.takenWhen(caption)}
      </Text>
      {found.outcomes.map(({ name, caption: label }) => (
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

function ErrorHandlerMark({ flow }: { flow: SequenceFlowRecord }) {
  const project = useProject();
  const source = project.record(flow.from);
  if (source?.type !== "element" || !canHaveHandler(project, source)) return null;
  return (
    <Checkbox
      label={dialogMessages.isErrorHandler}
      description={dialogMessages.errorHandlerHint(captionOf(project.catalog.find(source.kind), source))}
      checked={flow.isErrorHandler ?? false}
      disabled={project.isReadOnly(flow.id)}
      data-testid="field-isErrorHandler"
      onChange={(event) => markErrorHandler(project, flow.id, event.currentTarget.checked)}
    />
  );
}

/** What the selected sequence flow is for. */
export function FlowProperties({ flow }: { flow: SequenceFlowRecord }) {
  const project = useProject();
  useIndex();
  const source = project.record(flow.from);
  const canHandle = source?.type === "element" && canHaveHandler(project, source);
  if (!canHandle && !outcomesOfFlow(project, flow)) {
    return (
      <Text size="sm" c="dimmed">
        {dialogMessages.oneWay}
      </Text>
    );
  }
  return (
    <Stack gap="md">
      <Outcomes flow={flow} />
      <ErrorHandlerMark flow={flow} />
    </Stack>
  );
}
