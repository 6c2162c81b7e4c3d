import type { InputView } from "@rivulet/pages/view";
import { type ReactNode, useId } from "react";
import type { ActionFailure } from "../../app/action-failure.ts";
import { messages } from "../../app/messages.ts";
import { FailureText } from "../failure-text.tsx";

/** What the control of an input takes over, so that its label and its message belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-required": boolean;
  readonly "aria-describedby": string | undefined;
}

const messageOf = (id: string): string => `${id}-message`;

export function useControlProps({ message, isRequired }: InputView): ControlProps {
  const id = useId();
  return {
    id,
    "aria-invalid": message !== undefined,
    "aria-required": isRequired,
    "aria-describedby": message === undefined ? undefined : messageOf(id),
  };
}

interface InputFieldProps {
  readonly view: InputView;
  /** Its value as text, where it cannot be changed and stands there as one. */
  readonly text: string;
  readonly failure: ActionFailure | undefined;
  /** Whether the label stands behind the control. */
  readonly isInline?: boolean;
  /** Of the control. */
  readonly id: string;
  /** The control. */
  readonly children: ReactNode;
}

/** An input with its label, and what is wrong with what stands in it. */
export function InputField({ view, text, failure, isInline = false, id, children }: InputFieldProps) {
  const { label, message, isRequired } = view;
  const testId = `widget-${view.name}`;
  if (view.isText)
    return (
      <div className="field" data-testid={testId}>
        <span className="field-label" id={`${id}-label`}>
          {label}
        </span>
        <p className="field-text" aria-labelledby={`${id}-label`}>
          {text === "" ? messages.nothing : text}
        </p>
      </div>
    );
  return (
    <div className="field" data-inline={isInline || undefined} data-testid={testId}>
      {isInline ? children : null}
      <label className="field-label" htmlFor={id}>
        {label}
        {isRequired ? (
          <span className="field-required" title={messages.required} aria-hidden="true">
            *
          </span>
        ) : null}
      </label>
      {isInline ? null : children}
      {message === undefined ? null : (
        <p className="field-message" id={messageOf(id)} role="alert">
          {message}
        </p>
      )}
      <FailureText failure={failure} />
    </div>
  );
}
