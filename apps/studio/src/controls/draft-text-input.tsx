import { TextInput, type TextInputProps } from "@mantine/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

/** What a field for a name or another text that has rules is given. */
export interface DraftTextInputProps
  extends Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "onBlur" | "error"> {
  readonly value: string;
  /** Why a text cannot be taken, as a sentence. */
  readonly faultOf?: (text: string) => string | undefined;
  /**
   * Called with a text that is different and can be taken: when the field is left, and on Enter. One that cannot be taken
   * stays in the field, with what is wrong with it.
   */
  readonly onCommit: (text: string) => void;
  /** What it names was added just now: it takes the keyboard, its text selected. */
  readonly takesFocus?: boolean;
  readonly "data-testid"?: string;
}

/**
 * A text that becomes part of the document when it is complete: a half-written name never gets there. Escape puts
 * back what was.
 */
export function DraftTextInput({
  value,
  faultOf,
  onCommit,
  takesFocus = false,
  onKeyDown,
  ...rest
}: DraftTextInputProps) {
  const [draft, setDraft] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.select();
  }, [takesFocus]);
  const text = draft ?? value;
  const fault = draft === undefined || draft === value ? undefined : faultOf?.(draft);
  const commit = () => {
    if (fault !== undefined) return;
    if (draft !== undefined && draft !== value) onCommit(draft);
    setDraft(undefined);
  };
  return (
    <TextInput
      {...rest}
      ref={input}
      value={text}
      error={fault}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setDraft(undefined);
        onKeyDown?.(event);
      }}
    />
  );
}
