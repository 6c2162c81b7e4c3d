import type { DatePickerView } from "@rivulet/pages/view";
import { useState } from "react";
import { InputField, useControlProps } from "./input-field.tsx";
import { localText, momentOf, momentText } from "./local-moment.ts";
import { useInput } from "./use-input.ts";

const controls = { date: "date", time: "time", dateTime: "datetime-local" } as const;

/** A date, a time or both, in the zone of whoever looks. It is put when it is left. */
export function DatePicker({ view }: { readonly view: DatePickerView }) {
  const { shows } = view;
  const control = useControlProps(view);
  const { put, failure } = useInput(view);
  const [draft, setDraft] = useState<string>();
  const leave = async () => {
    if (draft === undefined) return;
    await put(momentOf(draft, shows, view.value));
    setDraft(undefined);
  };
  return (
    <InputField view={view} text={momentText(view.value, shows)} failure={failure} id={control.id}>
      <input
        {...control}
        className="control"
        type={controls[shows]}
        value={draft ?? localText(view.value, shows)}
        readOnly={!view.isEditable}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => event.key === "Enter" && void leave()}
      />
    </InputField>
  );
}
