import type { CheckContext } from "../check-context.ts";
import type { ProblemList } from "../report/problem-list.ts";
import type { MicroflowAnalysis } from "../scope/microflow-analysis.ts";

/** What a rule about the drawing of a microflow reads, and where it tells what it found. */
export interface StructureCheck {
  readonly analysis: MicroflowAnalysis;
  readonly context: CheckContext;
  readonly report: ProblemList;
}
