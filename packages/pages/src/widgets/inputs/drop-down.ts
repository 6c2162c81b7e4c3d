import { defineWidget } from "../../definition.ts";
import {
  attributeField,
  editableFields,
  labelField,
  onChangeField,
  requiredField,
  validationFields,
} from "./input-fields.ts";

/** Shows and changes one of a fixed set. */
export const dropDown = defineWidget({
  kind: "dropDown",
  label: "Drop-down",
  group: "input",
  icon: "chevrons-up-down",
  summary: "Shows a value of an enumeration, or yes or no, to be chosen from a list.",
  holdsWidgets: false,
  fields: [
    attributeField(["enumeration", "boolean"]),
    labelField,
    {
      name: "emptyCaption",
      kind: "text",
      label: "Caption of empty",
      documentation: "What stands for no value; a required one offers it only until a value is chosen.",
      isRequired: false,
    },
    requiredField,
    ...validationFields(),
    ...editableFields,
    onChangeField,
  ],
});
