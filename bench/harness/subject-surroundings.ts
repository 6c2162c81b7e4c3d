import {
  type CommandCpuMeasure,
  callsOf,
  type DownloadSizeMeasure,
  type FigureMeasure,
  type Json,
  type Measure,
  type Surroundings,
} from "./measure.ts";
import type { SubjectProcess } from "./subject-process.ts";
import type { Side } from "./subject-protocol.ts";

/** A measure whose sides are exports of modules. */
export type SubjectMeasure = Exclude<Measure, CommandCpuMeasure | DownloadSizeMeasure | FigureMeasure>;

/** Opens what both sides share; a measure that names nothing shares nothing. */
export async function openSurroundings(measure: SubjectMeasure): Promise<Surroundings<Json>> {
  return (await measure.surroundings?.()) ?? { content: null, close: () => Promise.resolve() };
}

/** Prepares one side in a process, and runs it until it is warm. */
export async function prepareSide(
  child: SubjectProcess,
  measure: SubjectMeasure,
  { side, context }: { readonly side: Side; readonly context: Json },
): Promise<void> {
  const subject = measure[side];
  if (subject === undefined) throw new Error(`${measure.name} has no ${side}`);
  await child.ask({ ask: "prepare", side, module: subject.module.href, name: subject.name, context });
  const warmUpCalls = warmUpCallsOf(measure, side);
  if (warmUpCalls > 0) await child.ask({ ask: "cpu", side, calls: warmUpCalls });
}

/** As much warming up, in samples, for a rival that runs less often. */
function warmUpCallsOf(measure: SubjectMeasure, side: Side): number {
  if (measure.kind === "function-wall") return measure.warmUpCalls;
  if (measure.kind !== "function-cpu") return 0;
  return Math.ceil((measure.warmUpCalls / measure.calls) * callsOf(measure, side));
}
