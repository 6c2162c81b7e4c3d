import { FlowError } from "../ports/flow-error.ts";
import { limitTable, type RunLimits } from "./limits.ts";

/** The failure of a run that went beyond a limit: names the limit, its value and how to change it. */
export function limitError(name: keyof RunLimits, limits: RunLimits): FlowError {
  const { errorCode, unit, advice } = limitTable[name];
  const value = limits[name];
  const shown = value.toLocaleString("en");
  return new FlowError({
    code: errorCode,
    message: `The run went beyond the limit ${name}: ${shown} ${unit}. ${advice} The limit is set in rivulet.json under limits.${name}.`,
    details: { limit: name, value },
    isCatchable: false,
  });
}
