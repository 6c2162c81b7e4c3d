import { defineWidget } from "../../definition.ts";
import {
  attributeField,
  editableFields,
  labelField,
  onChangeField,
  requiredField,
  validationFields,
} from "./input-fields.ts";

/** Shows and changes a moment. */
export const datePicker = defineWidget({
  kind: "datePicker",
  label: "Date picker",
  group: "input",
  icon: "calendar",
  summary: "Shows a date, a time or both in the time zone of whoever looks, to be chosen.",
  holdsWidgets: false,
  fields: [
    attributeField(["dateTime"]),
    labelField,
    {
      name: "shows",
      kind: "choice",
      label: "Shows",
      documentation: "Which part of the moment is shown and chosen.",
      isRequired: false,
      initialValue: "date",
      options: [
        { value: "date", label: "Date" },
        { value: "dateTime", label: "Date and time" },
        { value: "time", label: "Time" },
        { value: "pattern", label: "A pattern" },
      ],
    },
    {
      name: "pattern",
      kind: "datePattern",
      label: "Pattern",
      documentation: "How the date is written and typed, such as dd.MM.yyyy HH:mm.",
      isRequired: true,
      visibleWhen: { field: "shows", is: "pattern" },
    },
    requiredField,
    ...validationFields([
      { value: "past", label: "In the past" },
      { value: "future", label: "In the future" },
    ]),
    ...editableFields,
    onChangeField,
  ],
});
