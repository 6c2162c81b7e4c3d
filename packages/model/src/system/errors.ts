import { entity, type ModulePart } from "../connectors/declare-connector-module.ts";

/** What went wrong: `$latestError`. */
export const errors: ModulePart = {
  entities: [
    entity("Error", "The failure that an error handler handles.", {
      attributes: [
        ["ErrorType", "String", "Its code, for example limit-steps or the name of an error of AWS."],
        ["Message", "String", "What happened, as a sentence."],
        ["Stacktrace", "String", "The microflows and activities that led there, the innermost first."],
        ["IsRetryable", "Boolean", "Whether the same may succeed when it is tried again."],
      ],
    }),
  ],
};
