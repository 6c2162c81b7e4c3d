import { defineWidget } from "../../definition.ts";
import {
  attributeField,
  editableFields,
  labelField,
  onChangeField,
  validationFields,
} from "./input-fields.ts";

/** Shows and changes yes or no. */
export const checkBox = defineWidget({
  kind: "checkBox",
  label: "Check box",
  group: "input",
  icon: "check-square",
  summary: "Shows yes or no of the object around, to be ticked.",
  holdsWidgets: false,
  fields: [attributeField(["boolean"]), labelField, ...validationFields(), ...editableFields, onChangeField],
});
