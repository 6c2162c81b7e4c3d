import { Select } from "@mantine/core";
import type { RunAs } from "@rivulet/runtime/wire";
import { runMessages } from "../messages/run-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { runAsChoices } from "./run-as.ts";

const self = "self";

/** With whose rights a microflow is run; nothing where only one's own count. */
export function RunAsField(props: {
  as: RunAs | undefined;
  isFirst: boolean;
  onChange: (as: RunAs | undefined) => void;
}) {
  // A change of the security is one of the index.
  const index = useIndex();
  const { isLocked } = useProject();
  const groups = runAsChoices({ index, isLocked });
  const { as } = props;
  if (groups.length === 0) return null;
  const all = groups.flatMap(({ items }) => items);
  return (
    <Select
      label={runMessages.runAs}
      description={runMessages.runAsHint}
      data={[
        { value: self, label: runMessages.yourself },
        ...groups.map(({ group, items }) => ({
          group,
          items: items.map(({ value, label }) => ({ value, label })),
        })),
      ]}
      value={as === undefined ? self : `${as.kind}:${as.name}`}
      allowDeselect={false}
      data-testid="field-runAs"
      {...(props.isFirst ? { "data-autofocus": true } : {})}
      onChange={(value) => props.onChange(all.find((choice) => choice.value === value)?.as)}
    />
  );
}
