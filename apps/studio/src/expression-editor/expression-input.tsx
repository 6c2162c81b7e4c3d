import { Input, Textarea } from "@mantine/core";
import type { ExpressionScope } from "@rivulet/expressions";
import type { SuggestedText } from "@rivulet/expressions/codemirror";
import type { DataType } from "@rivulet/values";
import { lazy, Suspense, useLayoutEffect, useRef, useState } from "react";
import { keepKeys } from "../early-keys/keep-keys.ts";
import { loadCodeEditor } from "./load-code-editor.ts";
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
  /** Texts that are offered as a whole. */
  readonly texts?: readonly SuggestedText[] | undefined;
  readonly problem?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly testId: string;
  readonly hasFocus?: boolean;
}

// Where it does not come, because the server is away, an expression can still be written.
const CodeEditor = lazy(() => loadCodeEditor().catch(() => ({ default: PlainExpression })));

/** What comes into a frame that had the focus for it takes it. */
function takeFocusOfFrame(field: HTMLElement | null): void {
  if (field && field.closest(".rv-code") === document.activeElement) field.focus();
}

/** An expression as plain text. */
function PlainExpression({ label, value, onChange, isReadOnly, testId }: ExpressionInputProps) {
  return (
    <Textarea
      ref={takeFocusOfFrame}
      aria-label={label}
      value={value}
      readOnly={isReadOnly ?? false}
      autosize
      spellCheck={false}
      data-testid={testId}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Hands the focus of the frame on to what is written in, once that is there. */
function focusEditorIn(frame: Element): void {
  frame.querySelector<HTMLElement>(".cm-content, textarea")?.focus();
}

/** The text while the editor is being fetched. Tells how long that is. */
function WaitingText({ text, onWaiting }: { text: string; onWaiting: (isWaiting: boolean) => void }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const frame = place.current?.parentElement;
    const end = keepKeys(() => document.activeElement === frame);
    onWaiting(true);
    return () => {
      end();
      onWaiting(false);
    };
  }, [onWaiting]);
  return (
    <div ref={place} className="rv-code-waiting">
      {text}
    </div>
  );
}

/** Where an expression is written: coloured, completed, checked while one types. */
export function ExpressionInput(props: ExpressionInputProps) {
  const [isWaiting, setIsWaiting] = useState(false);
  return (
    <Input.Wrapper
      size="xs"
      label={props.label}
      labelElement="div"
      description={props.problem === undefined ? props.description : undefined}
      error={props.problem}
    >
      <div
        className="rv-code"
        // It takes the focus for the editor that is still being fetched, also from who comes by the Tab key.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={isWaiting ? 0 : -1}
        onFocus={({ currentTarget, target }) => target === currentTarget && focusEditorIn(currentTarget)}
        data-autofocus={props.hasFocus || undefined}
        data-invalid={props.problem !== undefined || undefined}
      >
        <Suspense fallback={<WaitingText text={props.value} onWaiting={setIsWaiting} />}>
          <CodeEditor {...props} />
        </Suspense>
      </div>
    </Input.Wrapper>
  );
}
