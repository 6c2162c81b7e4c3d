import { Select, Stack, TextInput } from "@mantine/core";
import type { ValueFormat } from "@rivulet/pages";
import { formatMessages } from "../../messages/format-messages.ts";
import { useProblemAt, useWidgetForm } from "../widget-form-context.ts";
import { exampleText } from "./example-value.ts";
import { FormatExample } from "./format-example.tsx";

interface MomentFormatInputsProps {
  readonly value: ValueFormat | undefined;
  /** `undefined` for date and time. */
  readonly onChange: (format: ValueFormat | undefined) => void;
  readonly path: string;
  readonly testId: string;
}

/** A pattern to begin with. */
const firstPattern = "yyyy-MM-dd HH:mm";

const choices = Object.entries(formatMessages.moments).map(([value, label]) => ({ value, label }));

function formatOfChoice(choice: string | null): ValueFormat | undefined {
  if (choice === "date" || choice === "time") return { kind: choice };
  return choice === "pattern" ? { kind: "pattern", pattern: firstPattern } : undefined;
}

/** How a moment is written, with an example. */
export function MomentFormatInputs({ value, onChange, path, testId }: MomentFormatInputsProps) {
  const { isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${path}.pattern`);
  return (
    <Stack gap={6}>
      <Select
        size="xs"
        label={formatMessages.moment}
        data={choices}
        value={value?.kind ?? "dateTime"}
        allowDeselect={false}
        readOnly={isReadOnly}
        data-testid={`${testId}-shows`}
        onChange={(choice) => onChange(formatOfChoice(choice))}
      />
      {value?.kind === "pattern" && (
        <TextInput
          size="xs"
          label={formatMessages.pattern}
          value={value.pattern}
          error={problem}
          readOnly={isReadOnly}
          data-testid={`${testId}-pattern`}
          onChange={({ currentTarget }) => onChange({ kind: "pattern", pattern: currentTarget.value })}
        />
      )}
      {value !== undefined && (
        <FormatExample text={exampleText("dateTime", value)} testId={`${testId}-example`} />
      )}
    </Stack>
  );
}
