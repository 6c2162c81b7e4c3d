import type { DatePickerView } from "@rivulet/pages/view";
import { CalendarDays } from "lucide-react";
import { useRef } from "react";
import { messages } from "../../app/messages.ts";
import { InputField, useControlProps } from "./input-field.tsx";
import { localText, momentControls, momentOf } from "./local-moment.ts";
import { type TypedInput, useInput } from "./use-input.ts";

interface WrittenMomentProps {
  readonly view: DatePickerView;
  /** The moment as the project writes it. */
  readonly text: string;
}

interface ChooserProps {
  readonly view: DatePickerView;
  /** What is chosen, as a moment. */
  readonly chosen: TypedInput<string>;
}

/** The control of the browser, which opens at the press of a button. What is chosen in it is put at once. */
function Chooser({ view, chosen }: ChooserProps) {
  const { shows } = view;
  const control = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={control}
        className="moment-chooser"
        type={momentControls[shows]}
        tabIndex={-1}
        aria-hidden="true"
        value={localText(chosen.value, shows)}
        onChange={(event) => void chosen.put(momentOf(event.target.value, shows, view.value))}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={messages.choose[shows]}
        onClick={() => control.current?.showPicker()}
      >
        <CalendarDays size={16} aria-hidden />
      </button>
    </>
  );
}

/** A moment that is typed as the project writes it, or chosen. The server reads it; it is put when it is left. */
export function WrittenMoment({ view, text }: WrittenMomentProps) {
  const control = useControlProps(view);
  const { value, type, put, failure } = useInput({ ...view, value: text });
  const chosen = useInput(view, "local");
  return (
    <InputField view={view} text={text} failure={failure ?? chosen.failure} id={control.id}>
      <div className="written-moment">
        <input
          {...control}
          className="control"
          type="text"
          autoComplete="off"
          value={value}
          readOnly={!view.isEditable}
          onChange={(event) => type(event.target.value)}
          onBlur={() => void put()}
          onKeyDown={(event) => event.key === "Enter" && void put()}
        />
        {view.isEditable ? <Chooser view={view} chosen={chosen} /> : null}
      </div>
    </InputField>
  );
}
