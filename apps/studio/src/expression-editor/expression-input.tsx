import { Input } from "@mantine/core";
import type { ExpressionScope } from "@rivulet/expressions";
import type { DataType } from "@rivulet/values";
import { lazy, Suspense } from "react";
import "./expression-input.css";

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

// The editor is half as large as the rest of the studio: it comes when the first expression is shown.
const CodeEditor = lazy(async () => ({ default: (await import("./code-editor.tsx")).CodeEditor }));

/** Where an expression is written: coloured, completed, checked while one types. */
export function ExpressionInput(props: ExpressionInputProps) {
  return (
    <Input.Wrapper
      size="xs"
      label={props.label}
      labelElement="div"
      description={props.problem === undefined ? props.description : undefined}
      error={props.problem}
    >
      <div className="rv-code" data-invalid={props.problem !== undefined || undefined}>
        <Suspense fallback={<div className="rv-code-waiting">{props.value}</div>}>
          <CodeEditor {...props} />
        </Suspense>
      </div>
    </Input.Wrapper>
  );
}
