import type { DatePickerView } from "@rivulet/pages/view";
import { useDraft } from "./drafts.ts";
import { InputField, useControlProps } from "./input-field.tsx";
import { localText, momentOf, momentText } from "./local-moment.ts";
import { useInput } from "./use-input.ts";

const controls = { date: "date", time: "time", dateTime: "datetime-local" } as const;

/** A date, a time or both, in the zone of whoever looks. It is put when it is left. */
export function DatePicker({ view }: { readonly view: DatePickerView }) {
  const { shows } = view;
  const control = useControlProps(view);
  const { put, failure } = useInput(view);
  // What is typed is local time; what is put is a moment.
  const [typed, setTyped] = useDraft<string>(view, "local");
  const leave = async () => {
    if (typed === undefined) return;
    await put(momentOf(typed, shows, view.value));
    setTyped((present) => (present === typed ? undefined : present));
  };
  return (
    <InputField view={view} text={momentText(view.value, shows)} failure={failure} id={control.id}>
      <input
        {...control}
        className="control"
        type={controls[shows]}
        value={typed ?? localText(view.value, shows)}
        readOnly={!view.isEditable}
        onChange={(event) => setTyped(() => event.target.value)}
        onBlur={() => void leave()}
        onKeyDown={(event) => event.key === "Enter" && void leave()}
      />
    </InputField>
  );
}
