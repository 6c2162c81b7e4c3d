import { defineActivity } from "../../definition.ts";
import { fixed } from "../../fields/type-rule.ts";

/** Says at an input what is wrong with its value. */
export const validationFeedback = defineActivity({
  kind: "validationFeedback",
  label: "Validation feedback",
  group: "client",
  icon: "message-square-warning",
  summary: "Says at the inputs of an attribute what is wrong with its value, after the run has ended.",
  documentation:
    "The message stands at each input of the page that shows this attribute of this object, until something else is put in. Where no input shows it, it is shown as a message. It does not end the run: a decision and an end event do.",
  synonyms: ["validate", "error message", "check input"],
  fields: [
    {
      name: "object",
      kind: "variable",
      label: "Object",
      documentation: "The object with the value.",
      isRequired: true,
      accepts: "object",
    },
    {
      name: "attribute",
      kind: "attribute",
      label: "Attribute",
      documentation: "The attribute with the value.",
      isRequired: true,
      object: "object",
    },
    {
      name: "message",
      kind: "expression",
      label: "Message",
      documentation: "What is wrong, and how to mend it.",
      isRequired: true,
      expected: [fixed({ kind: "string" })],
      isMultiline: true,
    },
  ],
  subtitle: "${object}/{attribute}: {message}",
  raises: ["empty-object", "client-action-limit"],
});
