import type { TextAreaView, TextBoxView } from "@rivulet/pages/view";
import { pressPrimaryButton } from "../form-of-widget.ts";
import { InputField, useControlProps } from "./input-field.tsx";
import { useInput } from "./use-input.ts";

/** A text or a number on one line. It is put when it is left, and by Enter, which then presses the button of the form. */
export function TextBox({ view }: { readonly view: TextBoxView }) {
  const control = useControlProps(view);
  const { value, type, put, failure } = useInput(view);
  const isNumber = view.typing === "integer" || view.typing === "decimal";
  return (
    <InputField
      view={view}
      text={view.typing === "password" ? "•".repeat(view.value.length === 0 ? 0 : 8) : view.value}
      failure={failure}
      id={control.id}
    >
      <input
        {...control}
        className="control"
        // Numbers and English run from left to right, Arabic from right to left.
        dir="auto"
        type={view.typing === "password" ? "password" : "text"}
        inputMode={isNumber ? "decimal" : undefined}
        data-number={isNumber || undefined}
        autoComplete={view.typing === "password" ? "new-password" : "off"}
        value={value}
        placeholder={view.placeholder}
        maxLength={view.maximumLength}
        readOnly={!view.isEditable}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void put()}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== "Enter") return;
          void put();
          pressPrimaryButton(currentTarget);
        }}
      />
    </InputField>
  );
}

/** A text of several lines. It is put when it is left. */
export function TextArea({ view }: { readonly view: TextAreaView }) {
  const control = useControlProps(view);
  const { value, type, put, failure } = useInput(view);
  return (
    <InputField view={view} text={view.value} failure={failure} id={control.id}>
      <textarea
        {...control}
        className="control"
        dir="auto"
        rows={view.rows}
        value={value}
        placeholder={view.placeholder}
        maxLength={view.maximumLength}
        readOnly={!view.isEditable}
        onChange={(event) => type(event.target.value)}
        onBlur={() => void put()}
      />
    </InputField>
  );
}
