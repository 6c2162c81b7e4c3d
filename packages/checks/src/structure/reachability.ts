import { elementTitle } from "../graph/element-title.ts";
import type { FlowGraph } from "../graph/flow-graph.ts";
import type { StructureCheck } from "./structure-check.ts";

/** What nothing leads to. Without a beginning that would be everything, so the missing beginning is said instead. */
function checkGraph({ entries, nodes, container }: FlowGraph, { report }: StructureCheck): void {
  if (entries.length === 0 || (container.type === "element" && entries.length > 1)) return;
  for (const node of nodes) {
    if (node.isReachable || entries.includes(node)) continue;
    const message = `No flow leads to ${elementTitle(node)}, so it is never executed. Join it to the sequence, or remove it.`;
    report.add({ code: "unreachable", record: node.element.id, message });
  }
}

/** Elements that no run can reach. */
export function checkReachability(check: StructureCheck): void {
  const { top, nodes } = check.analysis.graph;
  checkGraph(top, check);
  for (const { body, definition } of nodes.values()) if (body && definition?.hasBody) checkGraph(body, check);
}
