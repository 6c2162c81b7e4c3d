import { elementTitle } from "../graph/element-title.ts";
import type { FlowNode } from "../graph/flow-graph.ts";
import type { StructureCheck } from "./structure-check.ts";

function unknownActivity({ kind }: { readonly kind: string }, { context }: StructureCheck): string {
  const [module = "", name] = kind.split(".");
  if (name === undefined || context.index.module(module)) {
    return `There is no activity "${kind}". Choose another one, or update the connector that has it.`;
  }
  return `There is no activity "${kind}", because the project does not use the connector ${module}. Add the connector.`;
}

function checkNode(node: FlowNode, check: StructureCheck): void {
  const { element, definition } = node;
  const { analysis, report } = check;
  if (!definition) {
    report.add({ code: "unknown-activity", record: element.id, message: unknownActivity(element, check) });
    return;
  }
  const isAtTop = element.parent === analysis.microflow.id;
  if (!definition.allowedIn.includes(isAtTop ? "microflow" : "loop")) {
    const message = isAtTop
      ? `${elementTitle(node)} belongs into a loop. Move it there or remove it.`
      : `${elementTitle(node)} cannot stand in a loop. Move it out of the loop.`;
    report.add({ code: "not-allowed-here", record: element.id, message });
  }
  if (node.body && !definition.hasBody) {
    const message = `${elementTitle(node)} has no room for other elements, but some say that they are in it. Move them out.`;
    report.add({ code: "not-a-container", record: element.id, message });
  }
  if (element.isDisabled && definition.outcomes.kind !== "next") {
    const message = `${elementTitle(node)} cannot be disabled, because a run would not know how to go on. Enable it.`;
    report.add({ code: "cannot-be-disabled", record: element.id, message });
  }
}

/** Elements that are of no known kind, or stand where they cannot. */
export function checkPlacement(check: StructureCheck): void {
  for (const node of check.analysis.graph.nodes.values()) checkNode(node, check);
}
