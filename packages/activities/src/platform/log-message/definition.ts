import { defineActivity } from "../../definition.ts";
import { fixed } from "../../fields/type-rule.ts";

/** Writes a line to the log of the run. */
export const logMessage = defineActivity({
  kind: "logMessage",
  label: "Log message",
  group: "log",
  icon: "scroll-text",
  summary: "Writes a message to the log of the run.",
  documentation:
    "The message goes to the run's log: the console of the studio, the server's log, or stderr of the CLI.",
  synonyms: ["print", "debug", "trace", "console"],
  fields: [
    {
      name: "level",
      kind: "choice",
      label: "Log level",
      documentation: "How much it matters.",
      isRequired: true,
      initialValue: "info",
      options: [
        { value: "trace", label: "Trace", documentation: "Every detail." },
        { value: "debug", label: "Debug", documentation: "For whoever looks for a mistake." },
        { value: "info", label: "Info", documentation: "What normally happens." },
        { value: "warning", label: "Warning", documentation: "Something odd that the run survives." },
        { value: "error", label: "Error", documentation: "Something went wrong." },
        { value: "critical", label: "Critical", documentation: "Somebody has to act." },
      ],
    },
    {
      name: "node",
      kind: "text",
      label: "Log node",
      documentation: "A name by which messages can be found.",
      isRequired: false,
      maximumLength: 200,
    },
    {
      name: "message",
      kind: "expression",
      label: "Message",
      documentation: "The text.",
      isRequired: true,
      expected: [fixed({ kind: "string" })],
      isMultiline: true,
    },
  ],
  subtitle: "{message}",
});
