import { defineActivity } from "../definition.ts";

/** Ends the microflow with the error that is being handled. */
export const errorEvent = defineActivity({
  kind: "errorEvent",
  label: "Error event",
  group: "flow",
  icon: "zap",
  summary: "Ends the microflow with the error that is being handled.",
  documentation:
    "Stands at the end of a way from an error handler: the caller gets an error with the same code and message, whose cause is the one that was handled, and handles it or fails in turn. Use it to do something about an error, such as logging it, and still let the microflow fail.",
  synonyms: ["rethrow", "throw", "raise", "fail"],
  fields: [],
  subtitle: "",
  outcomes: { kind: "end" },
  errorHandling: [],
});
