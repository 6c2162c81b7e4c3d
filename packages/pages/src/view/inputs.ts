/** What every input has: what it shows can be changed, and goes back as a change of its widget and object. */
interface InputViewBase {
  readonly id: string;
  readonly name: string;
  /** Key of the object that it changes. */
  readonly object: string;
  readonly label: string;
  readonly isEditable: boolean;
  /** Not editable, it stands there as a text and not as a control. */
  readonly isText: boolean;
  readonly isRequired: boolean;
  /** What is wrong with what stands in it. */
  readonly message?: string;
}

/** A text or a number on one line; a number is a text of all its digits. */
export interface TextBoxView extends InputViewBase {
  readonly kind: "textBox";
  readonly value: string;
  readonly typing: "text" | "password" | "integer" | "decimal";
  readonly placeholder?: string;
  readonly maximumLength?: number;
}

/** A text of several lines. */
export interface TextAreaView extends InputViewBase {
  readonly kind: "textArea";
  readonly value: string;
  readonly rows: number;
  readonly placeholder?: string;
  readonly maximumLength?: number;
}

/** One of some; an empty value is none of them. */
export interface DropDownView extends InputViewBase {
  readonly kind: "dropDown";
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly caption: string }[];
  /** What stands for no value; left out where there has to be one. */
  readonly emptyCaption?: string;
}

/** Yes or no. */
export interface CheckBoxView extends InputViewBase {
  readonly kind: "checkBox";
  readonly value: boolean;
}

/**
 * A moment in UTC, as ISO 8601; empty is none. The browser shows it in the zone of whoever looks. Where the project says
 * how it is written, `text` is that, and what is typed goes back as it is.
 */
export interface DatePickerView extends InputViewBase {
  readonly kind: "datePicker";
  readonly value: string;
  readonly shows: "date" | "dateTime" | "time";
  readonly text?: string;
}

/** An input as it is shown. */
export type InputView = TextBoxView | TextAreaView | DropDownView | CheckBoxView | DatePickerView;
