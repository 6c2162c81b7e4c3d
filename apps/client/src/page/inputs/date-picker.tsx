import type { DatePickerView } from "@rivulet/pages/view";
import { pressPrimaryButton } from "../form-of-widget.ts";
import { useDraft } from "./drafts.ts";
import { InputField, useControlProps } from "./input-field.tsx";
import { localText, momentControls, momentOf, momentText } from "./local-moment.ts";
import { useInput } from "./use-input.ts";
import { WrittenMoment } from "./written-moment.tsx";

/** A date, a time or both, in the zone of whoever looks. */
export function DatePicker({ view }: { readonly view: DatePickerView }) {
  return view.text === undefined ? (
    <LocalMoment view={view} />
  ) : (
    <WrittenMoment view={view} text={view.text} />
  );
}

/** As the browser writes it. It is put when it is left. */
function LocalMoment({ view }: { readonly view: DatePickerView }) {
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
        type={momentControls[shows]}
        value={typed ?? localText(view.value, shows)}
        readOnly={!view.isEditable}
        onChange={(event) => setTyped(() => event.target.value)}
        onBlur={() => void leave()}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== "Enter") return;
          void leave();
          pressPrimaryButton(currentTarget);
        }}
      />
    </InputField>
  );
}
