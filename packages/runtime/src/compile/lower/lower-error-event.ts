import { raisedAgain } from "../../run/error-object.ts";
import type { StructureLowering } from "./structure.ts";

/** The error event: fails as that failed which is being handled (reference logic.md section 1, Error event). */
export const lowerErrorEvent: StructureLowering = {
  opCount: 1,
  lower({ analysis, element }) {
    const error = analysis.scopeAt(element.id).variable("latestError");
    if (error?.reach !== "handling")
      throw new Error(`Error event ${element.id} has no error. Check the project first.`);
    const { slot } = error;
    return [
      (frame) => {
        throw raisedAgain(frame.slots[slot] ?? null);
      },
    ];
  },
};
