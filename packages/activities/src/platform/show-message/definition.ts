import { defineActivity } from "../../definition.ts";
import { fixed } from "../../fields/type-rule.ts";

/** Says something to whoever started the run. */
export const showMessage = defineActivity({
  kind: "showMessage",
  label: "Show message",
  group: "client",
  icon: "message-square",
  summary: "Says something to whoever started the run, after it has ended.",
  documentation: "The text is shown as it is: nothing in it is code or markup.",
  synonyms: ["alert", "toast", "notify", "popup"],
  fields: [
    {
      name: "level",
      kind: "choice",
      label: "Type",
      documentation: "How it looks.",
      isRequired: true,
      initialValue: "information",
      options: [
        { value: "information", label: "Information", documentation: "Something to know." },
        { value: "warning", label: "Warning", documentation: "Something to look at." },
        { value: "error", label: "Error", documentation: "Something that went wrong." },
      ],
    },
    {
      name: "message",
      kind: "expression",
      label: "Message",
      documentation: "What is said.",
      isRequired: true,
      expected: [fixed({ kind: "string" })],
      isMultiline: true,
    },
    {
      name: "isBlocking",
      kind: "boolean",
      label: "Blocking",
      documentation: "Whether it has to be closed before anything else can be done.",
      isRequired: false,
      initialValue: true,
    },
  ],
  subtitle: "{message}",
  raises: ["client-action-limit"],
});
