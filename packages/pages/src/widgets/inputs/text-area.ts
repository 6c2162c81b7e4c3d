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

/** Shows and changes a text of several lines. */
export const textArea = defineWidget({
  kind: "textArea",
  label: "Text area",
  group: "input",
  icon: "text",
  summary: "Shows a text of the object around, to be changed on several lines.",
  holdsWidgets: false,
  fields: [
    attributeField(["string"]),
    labelField,
    placeholderField,
    {
      name: "rows",
      kind: "number",
      label: "Lines",
      documentation: "How many lines are seen at once.",
      isRequired: false,
      minimum: 2,
      maximum: 50,
      initialValue: 5,
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
    requiredField,
    ...validationFields(),
    ...editableFields,
    onChangeField,
  ],
});
