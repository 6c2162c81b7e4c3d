import { defineWidget } from "../../definition.ts";
import {
  attributeField,
  editableFields,
  labelField,
  onChangeField,
  placeholderField,
  requiredField,
  validationFields,
} from "./input-fields.ts";

/** Shows and changes a text or a number on one line. */
export const textBox = defineWidget({
  kind: "textBox",
  label: "Text box",
  group: "input",
  icon: "text-cursor",
  summary: "Shows a text or a number of the object around, to be changed on one line.",
  holdsWidgets: false,
  fields: [
    attributeField(["string", "integer", "long", "decimal", "autoNumber"]),
    labelField,
    placeholderField,
    {
      name: "format",
      kind: "numberFormat",
      label: "Number",
      documentation: "How the number is written; it can be typed with or without separators.",
      isRequired: false,
      visibleFor: ["integer", "long", "decimal", "autoNumber"],
    },
    {
      name: "maximumLength",
      kind: "number",
      label: "Maximum length",
      documentation: "How many characters can be typed; left empty, as many as the attribute holds.",
      isRequired: false,
      minimum: 1,
      maximum: 100_000,
    },
    {
      name: "isPassword",
      kind: "boolean",
      label: "Show as password",
      documentation: "Whether dots stand in the place of what is typed.",
      isRequired: false,
      initialValue: false,
    },
    requiredField,
    ...validationFields([
      { value: "email", label: "An e-mail address" },
      { value: "positiveNumber", label: "A positive number" },
    ]),
    ...editableFields,
    onChangeField,
  ],
});
