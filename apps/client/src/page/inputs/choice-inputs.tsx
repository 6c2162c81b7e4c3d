import { booleanCaptions, type CheckBoxView, type DropDownView } from "@rivulet/pages/view";
import { InputField, useControlProps } from "./input-field.tsx";
import { useInput } from "./use-input.ts";

/** One of some values. It is put at once. */
export function DropDown({ view }: { readonly view: DropDownView }) {
  const control = useControlProps(view);
  const { value, put, failure } = useInput(view);
  const captionOf = (key: string) => view.options.find((option) => option.value === key)?.caption ?? key;
  return (
    <InputField view={view} text={captionOf(view.value)} failure={failure} id={control.id}>
      <select
        {...control}
        className="control"
        value={value}
        disabled={!view.isEditable}
        onChange={(event) => void put(event.target.value)}
      >
        {view.emptyCaption === undefined ? null : <option value="">{view.emptyCaption}</option>}
        {view.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.caption}
          </option>
        ))}
      </select>
    </InputField>
  );
}

/** Yes or no. It is put at once. */
export function CheckBox({ view }: { readonly view: CheckBoxView }) {
  const { "aria-required": _required, ...control } = useControlProps(view);
  const { value, put, failure } = useInput(view);
  return (
    <InputField
      view={view}
      text={booleanCaptions[`${view.value}`]}
      failure={failure}
      isInline
      id={control.id}
    >
      <input
        {...control}
        className="control-check"
        type="checkbox"
        checked={value}
        disabled={!view.isEditable}
        onChange={(event) => void put(event.target.checked)}
      />
    </InputField>
  );
}
