import { Textarea } from "@mantine/core";
import type { ExpressionScope } from "@rivulet/expressions";
import type { DataType } from "@rivulet/values";

/** What every place where an expression is written hands over. */
export interface ExpressionInputProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What can be used in it. */
  readonly scope: ExpressionScope;
  /** The types that fit, the preferred one first; empty when any does. */
  readonly expected: readonly DataType[];
  readonly problem?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly testId: string;
  readonly hasFocus?: boolean;
}

/** Where an expression is written. */
export function ExpressionInput(props: ExpressionInputProps) {
  return (
    <Textarea
      label={props.label}
      description={props.description}
      value={props.value}
      error={props.problem}
      readOnly={props.isReadOnly ?? false}
      autosize
      minRows={1}
      maxRows={12}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      data-testid={props.testId}
      data-autofocus={props.hasFocus || undefined}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
