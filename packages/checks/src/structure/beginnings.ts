import { start } from "@rivulet/activities";
import { elementTitle, enumerate } from "../graph/element-title.ts";
import type { FlowGraph, FlowNode } from "../graph/flow-graph.ts";
import type { StructureCheck } from "./structure-check.ts";

function checkStart({ analysis, report }: StructureCheck): void {
  const { entries } = analysis.graph.top;
  if (entries.length === 0) {
    const message = "The microflow has no start event, so nobody knows where a run begins. Add one.";
    report.add({ code: "missing-start", record: analysis.microflow.id, message });
  }
  for (const { element } of entries.slice(1)) {
    const message = "The microflow has more than one start event. Remove this one.";
    report.add({ code: "repeated-element", record: element.id, message });
  }
}

/** Other elements of which a microflow has one at most. */
function checkSingleElements({ analysis, report }: StructureCheck): void {
  const seen = new Set<string>([start.kind]);
  for (const node of analysis.graph.nodes.values()) {
    const { element, definition } = node;
    if (!definition?.isSingle || element.kind === start.kind) continue;
    if (seen.has(element.kind)) {
      const message = `A microflow has at most one ${definition.label}. Remove this one.`;
      report.add({ code: "repeated-element", record: element.id, message });
    }
    seen.add(element.kind);
  }
}

function checkBody({ element }: FlowNode, body: FlowGraph, { report }: StructureCheck): void {
  if (body.nodes.length === 0) {
    const message =
      "There is nothing in this loop, so it does nothing. Put activities into it, or remove it.";
    report.add({ code: "empty-body", record: element.id, message });
  } else if (body.entries.length === 0) {
    const message =
      "A flow leads to every element in this loop, so nobody knows where a round begins. Leave the first element without an incoming flow, for example a merge before the repeated part.";
    report.add({ code: "missing-beginning", record: element.id, message });
  } else if (body.entries.length > 1) {
    const titles = enumerate(body.entries.map(elementTitle));
    const message = `A round of this loop can begin at only one element, but no flow leads to ${titles}. Join them by flows.`;
    report.add({ code: "several-beginnings", record: element.id, message });
  }
}

/** Where runs and rounds begin: one start event at the top, one first element in each body. */
export function checkBeginnings(check: StructureCheck): void {
  checkStart(check);
  checkSingleElements(check);
  for (const node of check.analysis.graph.nodes.values()) {
    if (node.body && node.definition?.hasBody && !node.isSkipped) checkBody(node, node.body, check);
  }
}
