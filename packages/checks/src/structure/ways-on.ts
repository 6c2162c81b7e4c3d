import { merge } from "@rivulet/activities";
import { elementTitle } from "../graph/element-title.ts";
import type { FlowEdge, FlowNode } from "../graph/flow-graph.ts";
import type { StructureCheck } from "./structure-check.ts";

function checkSingleWay(
  node: FlowNode,
  ways: readonly FlowEdge[],
  { analysis, report }: StructureCheck,
): void {
  const isAtTop = node.element.parent === analysis.microflow.id;
  if (ways.length === 0 && isAtTop && node.isReachable) {
    const message = `The flow ends at ${elementTitle(node)}. Lead it on, at last to an end event.`;
    report.add({ code: "flow-without-end", record: node.element.id, message });
  }
  for (const { flow } of ways.slice(1)) {
    const message = `Only one sequence flow leaves ${elementTitle(node)}: nothing runs side by side. Remove this flow, or put a decision before it.`;
    report.add({ code: "several-flows", record: flow.id, message });
  }
  for (const { flow } of ways) {
    if (!flow.outcomes) continue;
    const message = `${elementTitle(node)} has no outcomes to choose from: take ${flow.outcomes.join(", ")} off this flow.`;
    report.add({ code: "outcome-not-expected", record: flow.id, field: "outcomes", message });
  }
}

/** Only a merge stands at the end of a way back, so that a repetition can be seen. */
function checkBackwardFlows(node: FlowNode, { report }: StructureCheck): void {
  if (node.element.kind === merge.kind) return;
  const title = elementTitle(node);
  for (const { flow, from, isBackward } of node.incoming) {
    if (!isBackward || !from.isReachable) continue;
    const message = `This flow leads back to ${title}. Put a merge before ${title} and lead the flow to it.`;
    report.add({ code: "backward-flow", record: flow.id, message });
  }
}

/** How a run goes on behind each element: by one flow, by none behind an end event. */
export function checkWaysOn(check: StructureCheck): void {
  for (const node of check.analysis.graph.nodes.values()) {
    const ways = node.outgoing.filter(({ isExceptional }) => !isExceptional);
    const outcomes = node.definition?.outcomes.kind ?? "next";
    if (outcomes === "next") checkSingleWay(node, ways, check);
    checkBackwardFlows(node, check);
  }
}
