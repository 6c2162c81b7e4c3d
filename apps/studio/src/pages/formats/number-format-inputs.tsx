import { Checkbox, NumberInput, Stack } from "@mantine/core";
import { maximumDecimals, type NumberFormat } from "@rivulet/pages";
import { formatMessages } from "../../messages/format-messages.ts";
import { useProblemAt, useWidgetForm } from "../widget-form-context.ts";
import { exampleText } from "./example-value.ts";
import { FormatExample } from "./format-example.tsx";

interface NumberFormatInputsProps {
  readonly type: "integer" | "decimal";
  readonly value: NumberFormat | undefined;
  /** `undefined` for a number as it is. */
  readonly onChange: (format: NumberFormat | undefined) => void;
  /** Where it stands among the fields of the widget. */
  readonly path: string;
  readonly testId: string;
}

const plain: NumberFormat = { kind: "number", groups: false };

/** How a number is written, with an example. */
export function NumberFormatInputs({ type, value = plain, onChange, path, testId }: NumberFormatInputsProps) {
  const { isReadOnly } = useWidgetForm();
  const problem = useProblemAt(`${path}.decimals`);
  const put = ({ decimals, groups }: { decimals?: number | undefined; groups: boolean }) => {
    const format: NumberFormat = { kind: "number", groups, ...(decimals === undefined ? {} : { decimals }) };
    onChange(groups || decimals !== undefined ? format : undefined);
  };
  return (
    <Stack gap={6}>
      {type === "decimal" && (
        <NumberInput
          size="xs"
          label={formatMessages.decimals}
          placeholder={formatMessages.allDecimals}
          value={value.decimals ?? ""}
          min={0}
          max={maximumDecimals}
          allowDecimal={false}
          error={problem}
          readOnly={isReadOnly}
          data-testid={`${testId}-decimals`}
          onChange={(decimals) => {
            if (typeof decimals === "number") put({ ...value, decimals });
            else if (decimals === "") put({ groups: value.groups });
          }}
        />
      )}
      <Checkbox
        size="xs"
        label={formatMessages.groups}
        checked={value.groups}
        disabled={isReadOnly}
        data-testid={`${testId}-groups`}
        onChange={({ currentTarget: { checked } }) => put({ ...value, groups: checked })}
      />
      <FormatExample text={exampleText(type, value)} testId={`${testId}-example`} />
    </Stack>
  );
}
