import { end } from "@rivulet/activities";
import { ActivityFields } from "../activity-compiler.ts";
import type { StructureLowering } from "./structure.ts";

/** The end event: leaves the microflow with its result. */
export const lowerEnd: StructureLowering = {
  opCount: 1,
  lower(source) {
    const result = new ActivityFields({ ...source, definition: end, next: 0 }).expression("returnValue");
    if (result === undefined) return [(frame) => frame.run.leave(frame, null)];
    const { operand } = result;
    return [(frame) => frame.run.leave(frame, operand.valueIn(frame))];
  },
};
