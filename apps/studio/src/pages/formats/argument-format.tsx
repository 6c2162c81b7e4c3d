import { Button, Select } from "@mantine/core";
import { checkExpression } from "@rivulet/activities";
import { formatsOfType, type ValueFormat } from "@rivulet/pages";
import { formatMessages } from "../../messages/format-messages.ts";
import { useWidgetForm } from "../widget-form-context.ts";
import { MomentFormatInputs } from "./moment-format-inputs.tsx";
import { NumberFormatInputs } from "./number-format-inputs.tsx";

interface ArgumentFormatProps {
  readonly expression: string;
  readonly value: ValueFormat | undefined;
  readonly onChange: (format: ValueFormat | undefined) => void;
  /** Where it stands among the fields of the widget. */
  readonly path: string;
  readonly testId: string;
}

const enumerationChoices = Object.entries(formatMessages.enumerations).map(([value, label]) => ({
  value,
  label,
}));

function EnumerationFormat({ value, onChange, testId }: ArgumentFormatProps) {
  const { isReadOnly } = useWidgetForm();
  return (
    <Select
      size="xs"
      label={formatMessages.enumeration}
      data={enumerationChoices}
      value={value === undefined ? "caption" : "name"}
      allowDeselect={false}
      readOnly={isReadOnly}
      data-testid={`${testId}-shows`}
      onChange={(choice) => onChange(choice === "name" ? { kind: "name" } : undefined)}
    />
  );
}

/** The way out of a format for values of another type. */
function UnfitFormat({ value, onChange, testId }: ArgumentFormatProps) {
  const { isReadOnly } = useWidgetForm();
  if (value === undefined || isReadOnly) return null;
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      data-testid={`${testId}-take-away`}
      onClick={() => onChange(undefined)}
    >
      {formatMessages.takeAway}
    </Button>
  );
}

/** How the value of an argument is written: what its type offers. */
export function ArgumentFormat(props: ArgumentFormatProps) {
  const { scope } = useWidgetForm();
  const { value } = props;
  const { type } = checkExpression(props.expression, [], scope);
  if (value !== undefined && !formatsOfType(type.kind).includes(value.kind))
    return <UnfitFormat {...props} />;
  switch (type.kind) {
    case "integer":
    case "decimal":
      return (
        <NumberFormatInputs
          {...props}
          type={type.kind}
          value={value?.kind === "number" ? value : undefined}
        />
      );
    case "dateTime":
      return <MomentFormatInputs {...props} />;
    case "enumeration":
      return <EnumerationFormat {...props} />;
    default:
      return null;
  }
}
