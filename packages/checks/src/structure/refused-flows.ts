import type { RefusalReason } from "../graph/flow-graph.ts";
import type { ProblemCode } from "../report/problem-codes.ts";
import type { StructureCheck } from "./structure-check.ts";

const findings: Readonly<Record<RefusalReason, { readonly code: ProblemCode; readonly message: string }>> = {
  "missing-end": {
    code: "dangling-flow",
    message:
      "This sequence flow begins or ends at an element that this microflow does not have. Draw it anew or remove it.",
  },
  "crosses-border": {
    code: "flow-crosses-border",
    message:
      "This sequence flow crosses the border of a loop. Flows join elements of one body: let it begin and end inside, or outside.",
  },
  "outside-sequence": {
    code: "flow-outside-sequence",
    message: "Parameters and annotations are not part of the sequence: remove this sequence flow.",
  },
  "into-start": {
    code: "flow-into-start",
    message:
      "No flow leads to the start event. To repeat something, put a merge behind the start and lead the flow there.",
  },
  "out-of-end": {
    code: "flow-out-of-end",
    message:
      "No flow leaves an end event: the microflow is over there. Remove the flow, or the end event before it.",
  },
  "to-itself": {
    code: "flow-to-itself",
    message: "This sequence flow leads from an element to itself. To repeat it, put a merge before it.",
  },
};

/** Sequence flows that join nothing. */
export function checkRefusedFlows({ analysis, report }: StructureCheck): void {
  for (const { flow, reason } of analysis.graph.refusedFlows) {
    report.add({ ...findings[reason], record: flow.id });
  }
}
