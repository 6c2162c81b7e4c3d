import { Popover, TextInput, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { focusAtOnce } from "../../controls/focus-at-once.ts";
import type { Point } from "../geometry.ts";

/** A name that is changed in place: F2 the variable, Shift+F2 the caption. Enter takes it, Esc leaves it. */
export function RenamePopover(props: {
  at: Point;
  label: string;
  value: string;
  faultOf: (value: string) => string | undefined;
  onSave: (value: string) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(props.value);
  const fault = props.faultOf(text);
  return (
    <Popover
      opened
      onDismiss={props.onClose}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width={280}
    >
      <Popover.Target>
        <span style={{ position: "fixed", left: props.at.x, top: props.at.y }}>
          <VisuallyHidden>{props.label}</VisuallyHidden>
        </span>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        <TextInput
          label={props.label}
          value={text}
          error={fault}
          spellCheck={false}
          data-autofocus
          ref={focusAtOnce}
          data-testid="field-rename"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (fault === undefined) props.onSave(text);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
